-- table: projected_cell
-- grain: one row per quarter cohort, place and age with at least one earlier cohort to go by
-- reads: known_cell, method
-- why: METHOD 4: what is known by what share is usually known at that age: of the latest cohorts of
--      the place that were final when this one had that age. Final cohorts are projected too, to
--      see how far off that is
with earlier as (
    select
        c.*,
        p.reoffenders as earlier_reoffenders,
        p.reoffences as earlier_reoffences,
        p.known_reoffenders as earlier_known_reoffenders,
        p.known_reoffences as earlier_known_reoffences,
        row_number() over (
            partition by c.geography_type, c.geography_code, c.age_months, c.cohort_start
            order by p.cohort_start desc
        ) as rank_no
    from known_cell as c
    cross join method
    inner join known_cell as p
        on c.geography_type = p.geography_type and c.geography_code = p.geography_code
            and c.age_months = p.age_months
    where p.cohort_status = 'final'
        and 3 * (c.quarter_no - p.quarter_no) + c.age_months >= method.observed_months
),

pooled as (
    select
        earlier.cohort_start, earlier.cohort_status, earlier.geography_type, earlier.geography_code,
            earlier.age_months,
        earlier.offenders, earlier.reoffenders, earlier.reoffences, earlier.known_reoffenders,
            earlier.known_reoffences,
        count(*) as cohorts,
        ratio(sum(earlier.earlier_known_reoffenders), sum(earlier.earlier_reoffenders))
            as completion,
        ratio(sum(earlier.earlier_known_reoffences), sum(earlier.earlier_reoffences))
            as reoffence_completion
    from earlier
    cross join method
    where earlier.rank_no <= method.projection_cohorts
    group by earlier.cohort_start, earlier.cohort_status, earlier.geography_type,
        earlier.geography_code, earlier.age_months,
        earlier.offenders, earlier.reoffenders, earlier.reoffences, earlier.known_reoffenders,
            earlier.known_reoffences
),

judged as (
    select
        pooled.*,
        pooled.cohorts >= method.projection_minimum_cohorts
            and coalesce(pooled.completion, 0e0) >= method.projection_minimum_completion
                as is_rate_answered,
        pooled.cohorts >= method.projection_minimum_cohorts
            and coalesce(pooled.completion, 0e0) >= method.projection_minimum_completion
            and coalesce(pooled.reoffence_completion, 0e0) >= method.projection_minimum_completion
            as is_frequency_answered
    from pooled
    cross join method
)

select
    cohort_start,
    cohort_status,
    geography_type,
    geography_code,
    age_months,
    offenders,
    reoffenders,
    reoffences,
    known_reoffenders,
    known_reoffences,
    cast(cohorts as bigint) as cohorts,
    completion,
    reoffence_completion,
    case when is_rate_answered then least(1e0, ratio(known_reoffenders, offenders) / completion) end
        as projected_rate,
    case
        when is_frequency_answered
            then ratio(known_reoffences, known_reoffenders) * completion / reoffence_completion
    end as projected_frequency
from judged
