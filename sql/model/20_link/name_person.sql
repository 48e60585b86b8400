-- table: name_person
-- kind: view
-- grain: one row per surname, initial, sex and date of birth that exactly one person has
-- reads: pnc_person
-- why: METHOD 14: rule 3 links by these four when they point at one person only; a missing sex is U
select
    surname_key,
    initial,
    coalesce(sex, 'U') as sex,
    date_of_birth,
    min(person_no) as person_no
from pnc_person
where surname_key is not null and initial is not null and date_of_birth is not null
group by surname_key, initial, coalesce(sex, 'U'), date_of_birth
having count(*) = 1
