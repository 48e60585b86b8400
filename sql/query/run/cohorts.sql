-- grain: cohort window, status. How many cohorts there are and what they span.
select
    cohort_window,
    cohort_status,
    count(*) as cohorts,
    min(cohort_start) as first_start,
    max(cohort_start) as last_start
from published.reoffending_rate
where geography_type = 'national' and breakdown = 'total'
group by cohort_window, cohort_status
order by
    cohort_window,
    case cohort_status when 'final' then 1 when 'provisional' then 2 else 3 end
