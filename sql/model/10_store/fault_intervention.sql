-- table: fault_intervention
-- kind: view
-- grain: one row per intervention and reason to refuse it that only its dates together can show
-- reads: raw_intervention
-- why: METHOD 13: a programme cannot end before it starts
select
    row_no,
    intervention_id as row_key,
    'DATE_ORDER' as code,
    'end_date' as field,
    'end_date ' || cast(end_date as string) || ' is before start_date '
        || cast(start_date as string) as message
from raw_intervention
where end_date < start_date
