-- table: projection_error
-- grain: one row per nation, region or provider, and age of a cohort that is not final
-- reads: projected_cell, method
-- why: back-testing: how far projections of final cohorts were from what came of them. Errors are
--      counted in millionths, so that their squares add up to the same whatever the order
with missed as (
    select
        c.geography_type,
        c.geography_code,
        c.age_months,
        cast(floor((c.projected_rate - ratio(c.reoffenders, c.offenders)) * 1e6 + 0.5e0) as bigint)
            as rate_error,
        cast(floor(
            (c.projected_frequency - ratio(c.reoffences, c.reoffenders)) * 1e6 + 0.5e0
        ) as bigint) as frequency_error
    from projected_cell as c
    cross join method as m
    where c.cohort_status = 'final' and c.offenders >= m.minimum_offenders
)

select
    geography_type,
    geography_code,
    age_months,
    cast(count(rate_error) as bigint) as rate_tests,
    cast(count(frequency_error) as bigint) as frequency_tests,
    sqrt(ratio(sum(rate_error * rate_error), count(rate_error))) / 1e6 as rate_error,
    sqrt(ratio(sum(frequency_error * frequency_error), count(frequency_error))) / 1e6
        as frequency_error
from missed
group by geography_type, geography_code, age_months
