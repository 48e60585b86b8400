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
            police_force, local_authority, prison, organisation, contract_area
        )
    )
    group by person_no, set_start, set_no, size, geography_type, geography_code
    having count(*) = size
),

cells as (
    select
        c.set_start, c.set_end, p.geography_type, p.geography_code, c.breakdown, c.category,
        sum(case when c.size = 3 then -1 else 1 end) as repeats,
        count(*) filter (where c.size = 2) as pairs,
        sum(case when c.size = 2 then c.reoffenders else 0 end) as reoffenders_of_pairs,
        count(*) filter (where c.size = 2 and c.reoffenders = 2) as reoffending_pairs
    from set_categories as c
    inner join set_places as p
        on c.person_no = p.person_no and c.set_start = p.set_start and c.set_no = p.set_no
    group by c.set_start, c.set_end, p.geography_type, p.geography_code, c.breakdown, c.category
)

select
    f.cohort_window,
    f.cohort_start,
    cells.geography_type,
    cells.geography_code,
    cells.breakdown,
    cells.category,
    cast(sum(cells.repeats) as bigint) as repeats,
    cast(sum(cells.pairs) as bigint) as pairs,
    cast(sum(cells.reoffenders_of_pairs) as bigint) as reoffenders_of_pairs,
    cast(sum(cells.reoffending_pairs) as bigint) as reoffending_pairs
from cells
inner join cohort_basis as f
    on cells.set_start = f.basis_start and f.cohort_window = 'four_quarters'
inner join cohort_basis as l
    on cells.set_end = l.basis_start
        and f.cohort_window = l.cohort_window and f.cohort_start = l.cohort_start
group by f.cohort_window, f.cohort_start, cells.geography_type, cells.geography_code,
    cells.breakdown, cells.category
