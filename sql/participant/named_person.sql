-- table: named_person
-- grain: one row per accepted PNC person
-- reads: raw_pnc_person, pnc_person
-- why: what the score of rule 4 compares: names as written; an unknown sex speaks for nobody.
--   Deleted as soon as it is read
select
    p.pnc_id,
    r.surname,
    r.forenames,
    p.date_of_birth,
    case when p.sex in ('M', 'F') then p.sex end as sex
from pnc_person as p
inner join raw_pnc_person as r on p.person_no = r.row_no
