-- table: fault_probation_case
-- kind: view
-- grain: one row per case and reason to refuse it that only its dates together can show
-- reads: raw_probation_case
-- why: METHOD 13: supervision cannot end before it starts
select
    row_no,
    case_id as row_key,
    'DATE_ORDER' as code,
    'end_date' as field,
    'end_date ' || cast(end_date as string) || ' is before start_date '
        || cast(start_date as string) as message
from raw_probation_case
where end_date < start_date
