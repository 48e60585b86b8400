-- table: projection_error
-- grain: one row per nation, region or provider, and age of a cohort that is not final
-- reads: projected_cell, method
-- why: METHOD 4: back-testing: how far projections of final cohorts were from what came of them.
--      Errors are counted in millionths, so that their squares add up to the same whatever the
--      order
with missed as (
    select
        projected_cell.geography_type,
        projected_cell.geography_code,
        projected_cell.age_months,
        cast(
            floor((projected_cell.projected_rate
                - ratio(projected_cell.reoffenders, projected_cell.offenders)) * 1e6 + 0.5e0)
                as bigint
        ) as rate_error,
        cast(floor(
            (
                projected_cell.projected_frequency
                    - ratio(projected_cell.reoffences, projected_cell.reoffenders)
            ) * 1e6 + 0.5e0
        ) as bigint) as frequency_error
    from projected_cell
    cross join method
    where projected_cell.cohort_status = 'final'
        -- Once nothing can be proven any more a projection is what is known: nothing is tested.
        and projected_cell.age_months < method.proof_months
        and projected_cell.offenders >= method.minimum_offenders
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
