-- table: time_cell
-- grain: one row per quarter or year cohort, basic geography, index category and month of the first reoffence
-- reads: cohort_profile
-- why: how soon, as counts that can be added up; members without a reoffence have no month. Members
--      are added up with all their places first, as in cohort_cell
with by_month as (
    select
        cohort_window,
        cohort_start,
        region, provider, delivery_unit, police_force, local_authority, prison,
        index_category,
        first_reoffence_month,
        count(*) as offenders,
        count(*) filter (where observed) as observed
    from cohort_profile
    group by
        cohort_window, cohort_start, region, provider, delivery_unit, police_force,
        local_authority, prison, index_category, first_reoffence_month
)

select
    cohort_window,
    cohort_start,
    geography_type,
    geography_code,
    index_category,
    first_reoffence_month,
    cast(sum(offenders) as bigint) as offenders,
    cast(sum(observed) as bigint) as observed
from by_month
unpivot (
    -- Only members who entered by a release have a prison: a place that is missing has no row.
    geography_code for geography_type in (
        region, provider, delivery_unit, police_force, local_authority, prison
    )
)
group by
    cohort_window, cohort_start, geography_type, geography_code, index_category,
    first_reoffence_month
