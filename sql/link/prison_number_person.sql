-- table: prison_number_person
-- kind: view
-- grain: one row per prison number that rule 1 links to exactly one person
-- reads: link_by_pnc_id
-- why: rule 2 lends the person to other records with the same prison number
select
    noms_number,
    min(person_no) as person_no
from link_by_pnc_id
where is_agreed and noms_number is not null
group by noms_number
having count(distinct person_no) = 1
