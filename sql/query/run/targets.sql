-- grain: target. The cohort that each target is to be met by; none where the run has no such cohort
select
    target,
    geography_type,
    geography_code,
    measure,
    cohort_start,
    cohort_end,
    base_value,
    observed_value,
    adjusted_value,
    target_value,
    coalesce(outcome, case when cohort_status <> 'final' then 'INTERIM' end, status) as result
from published.target_progress
where is_due
order by cohort_start, target nulls last
