-- grain: geography. One cohort's rates by nation, region, type of provider and provider; ?1 window,
-- ?2 first day.
select
    geography_type,
    geography_code,
    offenders,
    reoffenders,
    reoffending_rate,
    rate_lower,
    rate_upper,
    reoffences_per_reoffender,
    count_status,
    rate_status
from published.reoffending_rate
where
    cohort_window = ?1
    and cohort_start = ?2
    and breakdown = 'total'
    and geography_type in ('national', 'region', 'provider_type', 'provider')
order by
    case geography_type
        when 'national' then 1 when 'region' then 2 when 'provider_type' then 3 else 4
    end,
    geography_code
