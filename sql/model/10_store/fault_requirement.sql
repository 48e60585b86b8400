-- table: fault_requirement
-- kind: view
-- grain: one row per requirement and reason to refuse it that only other values or rows can show
-- reads: raw_requirement, probation_case
-- why: METHOD 13: a requirement belongs to a case, and cannot end before it starts
select
    row_no,
    requirement_id as row_key,
    'ORPHAN' as code,
    'case_id' as field,
    'no accepted row of probation_case has this case_id' as message
from raw_requirement
anti join probation_case using (case_id)
union all
select
    row_no,
    requirement_id,
    'DATE_ORDER',
    'end_date',
    'end_date ' || cast(end_date as string) || ' is before start_date '
        || cast(start_date as string)
from raw_requirement
where end_date < start_date
