-- table: fault_performance_measure
-- kind: view
-- grain: one row per measure and reason to refuse it that only its dates together can show
-- reads: raw_performance_measure
-- why: METHOD 13: a period cannot end before it starts
select
    row_no,
    measure || '|' || provider_code || '|' || cast(period_start as string) as row_key,
    'DATE_ORDER' as code,
    'period_end' as field,
    'period_end ' || cast(period_end as string) || ' is before period_start '
        || cast(period_start as string) as message
from raw_performance_measure
where period_end < period_start
