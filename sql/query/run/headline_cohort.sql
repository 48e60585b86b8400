-- grain: one row, or none. The cohort a reader wants first: final before provisional, a year's
-- figure before a quarter's (small areas need the numbers), the latest.
select
    cohort_window,
    cohort_start,
    cohort_end,
    cohort_status,
    share_observed
from published.reoffending_rate
where geography_type = 'national' and breakdown = 'total'
order by
    case cohort_status when 'final' then 1 when 'provisional' then 2 else 3 end,
    case cohort_window when 'four_quarters' then 1 when 'year' then 2 else 3 end,
    cohort_start desc
limit 1
