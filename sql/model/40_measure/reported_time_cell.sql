-- table: reported_time_cell
-- grain: one row per reported cohort, geography, index category or total, and month of the first reoffence
-- reads: cohort_entry, index_profile, cohort_basis
-- why: METHOD 4: how soon, as counts that can be added up; members without a reoffence have no month.
--      Members are added up with all their places first, as in reported_cell
with members as (
    select
        cohort_entry.cohort_window,
        cohort_entry.cohort_start,
        index_profile.*,
        'EW' as national,
        'total' as total
    from cohort_entry
    inner join index_profile
        on cohort_entry.person_no = index_profile.person_no
            and cohort_entry.index_date = index_profile.index_date
),

month_cells as (
    select
        cohort_window, cohort_start, breakdown, category, first_reoffence_month,
        national, region, region_draft_2019, provider, provider_type, delivery_unit, police_force,
        local_authority, prison, resettlement_area, prison_operator,
        count(*) as offenders,
        count(*) filter (where observed) as observed
    from members
    unpivot (category for breakdown in (total, index_category))
    group by cohort_window, cohort_start, breakdown, category, first_reoffence_month,
        national, region, region_draft_2019, provider, provider_type, delivery_unit, police_force,
        local_authority, prison, resettlement_area, prison_operator
),

place_cells as (
    select
        cohort_window, cohort_start, breakdown, category, first_reoffence_month,
        geography_type, geography_code, offenders, observed
    from month_cells
    unpivot (
        -- Only members who entered by a release have a prison: what is missing has no row.
        geography_code for geography_type in (
            national, region, region_draft_2019, provider, provider_type, delivery_unit,
            police_force, local_authority, prison, resettlement_area, prison_operator
        )
    )
)

select
    cohort_basis.cohort_window,
    cohort_basis.cohort_start,
    place_cells.geography_type,
    place_cells.geography_code,
    place_cells.breakdown,
    place_cells.category,
    place_cells.first_reoffence_month,
    cast(sum(place_cells.offenders) as bigint) as offenders,
    cast(sum(place_cells.observed) as bigint) as observed
from cohort_basis
inner join place_cells
    on cohort_basis.basis_window = place_cells.cohort_window
        and cohort_basis.basis_start = place_cells.cohort_start
group by cohort_basis.cohort_window, cohort_basis.cohort_start, place_cells.geography_type,
    place_cells.geography_code, place_cells.breakdown, place_cells.category,
    place_cells.first_reoffence_month
