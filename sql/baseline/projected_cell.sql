-- table: projected_cell
-- grain: one row per quarter cohort, place and age with at least one earlier cohort to go by
-- reads: known_cell, method
-- why: what is known by what share is usually known at that age: of the latest cohorts of the place
--      that were final when this one had that age. Final cohorts are projected too, to see how far
--      off that is
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
        ) as place
    from known_cell as c
    cross join method as m
    inner join known_cell as p
        on c.geography_type = p.geography_type and c.geography_code = p.geography_code
            and c.age_months = p.age_months
    where p.cohort_status = 'final'
        and 3 * (c.quarter_no - p.quarter_no) + c.age_months >= m.observed_months
),

pooled as (
    select
        e.cohort_start, e.cohort_status, e.geography_type, e.geography_code, e.age_months,
        e.offenders, e.reoffenders, e.reoffences, e.known_reoffenders, e.known_reoffences,
        count(*) as cohorts,
        ratio(sum(e.earlier_known_reoffenders), sum(e.earlier_reoffenders)) as completion,
        ratio(sum(e.earlier_known_reoffences), sum(e.earlier_reoffences)) as reoffence_completion
    from earlier as e
    cross join method as m
    where e.place <= m.projection_cohorts
    group by e.cohort_start, e.cohort_status, e.geography_type, e.geography_code, e.age_months,
        e.offenders, e.reoffenders, e.reoffences, e.known_reoffenders, e.known_reoffences
),

judged as (
    select
        p.*,
        p.cohorts >= m.projection_minimum_cohorts
            and coalesce(p.completion, 0e0) >= m.projection_minimum_completion as is_rate_answered,
        p.cohorts >= m.projection_minimum_cohorts
            and coalesce(p.completion, 0e0) >= m.projection_minimum_completion
            and coalesce(p.reoffence_completion, 0e0) >= m.projection_minimum_completion
            as is_frequency_answered
    from pooled as p
    cross join method as m
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
