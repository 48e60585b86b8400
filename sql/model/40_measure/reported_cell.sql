-- table: reported_cell
-- grain: one row per reported cohort, geography and category of a breakdown
-- reads: cohort_entry, index_profile, cohort_basis
-- why: METHOD 4 as sums of whole numbers. Members are added up by breakdown first, with all their
--      places, and those sums by place: many members share their places, so that far fewer rows are
--      multiplied. Four quarters are the sum of theirs. Each breakdown and geography stands here once
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

breakdown_cells as (
    select
        cohort_window, cohort_start, breakdown, category,
        national, region, region_draft_2019, provider, provider_type, delivery_unit, police_force,
        local_authority, prison, resettlement_area, prison_operator,
        count(*) as offenders,
        count(*) filter (where reoffended) as reoffenders,
        sum(reoffences) as reoffences,
        sum(reoffence_events) as reoffence_events,
        sum(previous_offences) as previous_offences,
        count(one_year_billionths) as scored,
        sum(coalesce(one_year_billionths, 0)) as one_year_billionths,
        count(*) filter (where observed) as observed,
        count(*) filter (where is_short_sentence) as short_releases
    from members
    unpivot (
        -- Only members who entered by a release have a sentence length: what is missing has no row.
        category for breakdown in (
            total, adult_juvenile, sex, age_band, ethnicity, index_category, index_offence_group,
            previous_offences_band, sentence_length_band, ogrs_band, segment
        )
    )
    group by cohort_window, cohort_start, breakdown, category,
        national, region, region_draft_2019, provider, provider_type, delivery_unit, police_force,
        local_authority, prison, resettlement_area, prison_operator
),

place_cells as (
    select
        cohort_window, cohort_start, breakdown, category, geography_type, geography_code,
        sum(offenders) as offenders,
        sum(reoffenders) as reoffenders,
        sum(reoffences) as reoffences,
        sum(reoffence_events) as reoffence_events,
        sum(previous_offences) as previous_offences,
        sum(scored) as scored,
        sum(one_year_billionths) as one_year_billionths,
        sum(observed) as observed,
        sum(short_releases) as short_releases
    from breakdown_cells
    unpivot (
        geography_code for geography_type in (
            national, region, region_draft_2019, provider, provider_type, delivery_unit,
            police_force, local_authority, prison, resettlement_area, prison_operator
        )
    )
    group by cohort_window, cohort_start, breakdown, category, geography_type, geography_code
)

select
    cohort_basis.cohort_window,
    cohort_basis.cohort_start,
    place_cells.geography_type,
    place_cells.geography_code,
    place_cells.breakdown,
    place_cells.category,
    cast(sum(place_cells.offenders) as bigint) as offenders,
    cast(sum(place_cells.reoffenders) as bigint) as reoffenders,
    cast(sum(place_cells.reoffences) as bigint) as reoffences,
    cast(sum(place_cells.reoffence_events) as bigint) as reoffence_events,
    cast(sum(place_cells.previous_offences) as bigint) as previous_offences,
    cast(sum(place_cells.scored) as bigint) as scored,
    cast(sum(place_cells.one_year_billionths) as bigint) as one_year_billionths,
    cast(sum(place_cells.observed) as bigint) as observed,
    cast(sum(place_cells.short_releases) as bigint) as short_releases
from cohort_basis
inner join place_cells
    on cohort_basis.basis_window = place_cells.cohort_window
        and cohort_basis.basis_start = place_cells.cohort_start
group by cohort_basis.cohort_window, cohort_basis.cohort_start, place_cells.geography_type,
    place_cells.geography_code, place_cells.breakdown, place_cells.category
