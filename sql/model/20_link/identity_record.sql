-- table: identity_record
-- kind: view
-- grain: one row per accepted release or case
-- reads: prison_release, probation_case, pnc_person
-- why: METHOD 14: both are linked to persons of the PNC by the same rules; a missing sex is U, and agrees
--      with U. Rule 1: a known PNC id links when surname or date of birth agrees; else it is a conflict
with records as (
    select 'prison_release' as resource, release_no as record_no, release_id as record_id, pnc_id,
        noms_number, surname_key, initial, coalesce(sex, 'U') as sex, date_of_birth
    from prison_release
    union all
    select 'probation_case', case_no, case_id, pnc_id,
        noms_number, surname_key, initial, coalesce(sex, 'U'), date_of_birth
    from probation_case
)

select
    records.*,
    person.person_no as id_person_no,
    agrees(
        records.surname_key, person.surname_key, records.date_of_birth, person.date_of_birth
    ) as is_agreed
from records
left join pnc_person as person on records.pnc_id = person.pnc_id
