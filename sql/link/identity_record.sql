-- table: identity_record
-- kind: view
-- grain: one row per accepted release or case
-- reads: prison_release, probation_case
-- why: both are linked to PNC persons by the same rules; a missing sex is U, and agrees with U
select 'prison_release' as resource, release_no as record_no, release_id as record_id, pnc_id,
    noms_number, surname_key, initial, coalesce(sex, 'U') as sex, date_of_birth
from prison_release
union all
select 'probation_case', case_no, case_id, pnc_id,
    noms_number, surname_key, initial, coalesce(sex, 'U'), date_of_birth
from probation_case
