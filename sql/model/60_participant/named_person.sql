-- table: named_person
-- grain: one row per accepted PNC person
-- reads: raw_pnc_person, pnc_person, prison_number_person
-- why: METHOD 14: what the score of rule 4 compares: names as written, the prison number that rule 2
--      goes by; an unknown sex speaks for nobody. Deleted as soon as it is read
with prison_number as (
    select person_no, min(noms_number) as noms_number
    from prison_number_person
    group by person_no
)

select
    pnc_person.pnc_id,
    raw_pnc_person.surname,
    raw_pnc_person.forenames,
    pnc_person.date_of_birth,
    case when pnc_person.sex in ('M', 'F') then pnc_person.sex end as sex,
    prison_number.noms_number
from pnc_person
inner join raw_pnc_person on pnc_person.person_no = raw_pnc_person.row_no
left join prison_number on pnc_person.person_no = prison_number.person_no
