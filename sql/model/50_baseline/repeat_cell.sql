-- table: repeat_cell
-- grain: one row per cohort of four quarters, geography and category that somebody is in more than once
-- reads: repeat_set, index_profile, placement, cohort_basis
-- why: METHOD 4: who counts more than once, and whether they reoffended each time: what the effective size
--      takes. A set is in a cell when all of it is. By inclusion and exclusion a cell has as many
--      memberships beyond its persons as it has sets of two and four less sets of three
with members as (
    select
        repeat_set.set_start,
        repeat_set.set_end,
        repeat_set.set_no,
        repeat_set.size,
        index_profile.*,
        'EW' as national,
        'total' as total,
        placement.structure || ' ' || placement.organisation as organisation,
        placement.region_2005,
        paid_area(
            placement.is_contract_cohort, index_profile.adult_juvenile, placement.contract_area
        ) as contract_area
    from repeat_set
    inner join index_profile
        on repeat_set.person_no = index_profile.person_no
            and repeat_set.index_date = index_profile.index_date
    inner join placement
        on repeat_set.person_no = placement.person_no
            and repeat_set.index_date = placement.index_date
),

set_categories as (
    select
        person_no, set_start, set_end, set_no, size, breakdown, category,
        count(*) filter (where reoffended) as reoffenders
    from members
    unpivot (
        category for breakdown in (
            total, adult_juvenile, sex, age_band, ethnicity, index_category, index_offence_group,
            previous_offences_band, sentence_length_band, ogrs_band, segment
        )
    )
    group by person_no, set_start, set_end, set_no, size, breakdown, category
    having count(*) = size
),

set_places as (
    select person_no, set_start, set_no, geography_type, geography_code
    from members
    unpivot (
        geography_code for geography_type in (
            national, region, region_draft_2019, provider, provider_type, delivery_unit,
            police_force, local_authority, prison, resettlement_area, prison_operator,
            organisation, region_2005, contract_area
        )
    )
    group by person_no, set_start, set_no, size, geography_type, geography_code
    having count(*) = size
),

cells as (
    select
        set_categories.set_start, set_categories.set_end, set_places.geography_type,
            set_places.geography_code, set_categories.breakdown, set_categories.category,
        sum(case when set_categories.size = 3 then -1 else 1 end) as repeats,
        count(*) filter (where set_categories.size = 2) as pairs,
        sum(case when set_categories.size = 2 then set_categories.reoffenders else 0 end)
            as reoffenders_of_pairs,
        count(*) filter (where set_categories.size = 2 and set_categories.reoffenders = 2)
            as reoffending_pairs
    from set_categories
    inner join set_places
        on set_categories.person_no = set_places.person_no
            and set_categories.set_start = set_places.set_start
            and set_categories.set_no = set_places.set_no
    group by set_categories.set_start, set_categories.set_end, set_places.geography_type,
        set_places.geography_code, set_categories.breakdown, set_categories.category
)

select
    first_quarter.cohort_window,
    first_quarter.cohort_start,
    cells.geography_type,
    cells.geography_code,
    cells.breakdown,
    cells.category,
    cast(sum(cells.repeats) as bigint) as repeats,
    cast(sum(cells.pairs) as bigint) as pairs,
    cast(sum(cells.reoffenders_of_pairs) as bigint) as reoffenders_of_pairs,
    cast(sum(cells.reoffending_pairs) as bigint) as reoffending_pairs
from cells
inner join cohort_basis as first_quarter
    on cells.set_start = first_quarter.basis_start
        and first_quarter.cohort_window = 'four_quarters'
inner join cohort_basis as last_quarter
    on cells.set_end = last_quarter.basis_start
        and first_quarter.cohort_window = last_quarter.cohort_window
        and first_quarter.cohort_start = last_quarter.cohort_start
group by first_quarter.cohort_window, first_quarter.cohort_start, cells.geography_type,
    cells.geography_code, cells.breakdown, cells.category
