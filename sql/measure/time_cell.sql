-- table: time_cell
-- grain: one row per quarter or year cohort, basic geography, index category and month of the first reoffence
-- reads: cohort_profile
-- why: how soon, as counts that can be added up; members without a reoffence have no month
with cell as (
    select
        cohort_window,
        cohort_start,
        case
            when grouping(region) = 0 then 'region'
            when grouping(provider) = 0 then 'provider'
            when grouping(delivery_unit) = 0 then 'delivery_unit'
            when grouping(police_force) = 0 then 'police_force'
            when grouping(local_authority) = 0 then 'local_authority'
            when grouping(prison) = 0 then 'prison'
        end as geography_type,
        coalesce(region, provider, delivery_unit, police_force, local_authority, prison)
            as geography_code,
        index_category,
        first_reoffence_month,
        count(*) as offenders,
        count(*) filter (where observed) as observed
    from cohort_profile
    group by grouping sets (
        (cohort_window, cohort_start, index_category, first_reoffence_month, region),
        (cohort_window, cohort_start, index_category, first_reoffence_month, provider),
        (cohort_window, cohort_start, index_category, first_reoffence_month, delivery_unit),
        (cohort_window, cohort_start, index_category, first_reoffence_month, police_force),
        (cohort_window, cohort_start, index_category, first_reoffence_month, local_authority),
        (cohort_window, cohort_start, index_category, first_reoffence_month, prison)
    )
)

select *
from cell
where geography_code is not null
