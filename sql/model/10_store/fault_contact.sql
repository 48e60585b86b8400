-- table: fault_contact
-- kind: view
-- grain: one row per appointment and reason to refuse it that only other rows can show
-- reads: raw_contact, probation_case
-- why: METHOD 13: an appointment belongs to a case
select
    row_no,
    contact_id as row_key,
    'ORPHAN' as code,
    'case_id' as field,
    'no accepted row of probation_case has this case_id' as message
from raw_contact
anti join probation_case using (case_id)
