-- grain: baseline, contract area. One cohort against each frozen baseline; ?1 window, ?2 first day.
-- Versions of earlier days have outcomes of cohorts that are not final: they are not shown. They name
-- no score, and are of OGRS3.
select
    baseline || '@' || baseline_version || ' by ' || coalesce(score, 'ogrs3') as baseline,
    geography_code,
    offenders,
    observed_rate,
    expected_rate,
    adjusted_rate,
    baseline_rate,
    lower_limit,
    upper_limit,
    case
        when cohort_status <> 'final' then 'INTERIM'
        else lower(replace(coalesce(outcome, reason, rate_status), '_', ' '))
    end as outcome,
    case when cohort_status = 'final' then reoffences_avoided end as reoffences_avoided,
    rate_status
from (
    select * from published.baseline_comparison
    union all by name
    select cast(null as string) as score where false
) as comparison
where
    cohort_window = ?1
    and cohort_start = ?2
    and geography_type = 'contract_area'
    and baseline_version is not null
order by baseline, geography_code
