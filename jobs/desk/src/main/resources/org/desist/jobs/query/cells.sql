-- grain: one row per row of the mart that a condition picks, which the guard has let through
select
    cohort_window,
    cohort_start,
    geography_type,
    geography_code,
    breakdown,
    category,
    cohort_status,
    reoffending_rate is not null as has_rate
from reoffending_rate
where ({condition})
order by
    cohort_window, cohort_start, geography_type, geography_code, breakdown, category
