-- table: prison_number_person
-- kind: view
-- grain: one row per prison number that rule 1 links to exactly one person
-- reads: identity_record
-- why: METHOD 14: rule 2 lends the person to other records with the same prison number
select
    noms_number,
    min(id_person_no) as person_no
from identity_record
where id_person_no is not null and is_agreed and noms_number is not null
group by noms_number
having count(distinct id_person_no) = 1
