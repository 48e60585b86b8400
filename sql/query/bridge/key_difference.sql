-- How many people of both runs have one key in the one and another in the other: none, when both
-- runs were made with the same key file.
select count(*) as n
from pnc_person as a
inner join person as x on a.version = x.version and a.person_no = x.person_no
inner join pnc_person as b on a.pnc_id = b.pnc_id
inner join person as y on b.version = y.version and b.person_no = y.person_no
where a.version = 'earlier' and b.version = 'later' and x.person_key <> y.person_key
