-- table: placed_cell
-- grain: one row per quarter or year cohort, structure, organisation, region of 2005 and contract area
-- reads: cohort_entry, index_profile, placement
-- why: METHOD 4 as sums of whole numbers, by who was in charge; contract_area is there for adults
--      whom a contract would have paid for
with member as (
    select
        cohort_entry.cohort_window,
        cohort_entry.cohort_start,
        placement.structure,
        placement.organisation,
        placement.region_2005,
        paid_area(
            placement.is_contract_cohort, index_profile.adult_juvenile, placement.contract_area
        ) as contract_area,
        index_profile.reoffended,
        index_profile.reoffences,
        index_profile.one_year_billionths,
        index_profile.observed,
        index_profile.is_short_sentence
    from cohort_entry
    inner join index_profile
        on cohort_entry.person_no = index_profile.person_no
            and cohort_entry.index_date = index_profile.index_date
    inner join placement
        on cohort_entry.person_no = placement.person_no
            and cohort_entry.index_date = placement.index_date
)

select
    cohort_window,
    cohort_start,
    structure,
    organisation,
    region_2005,
    contract_area,
    cast(count(*) as bigint) as offenders,
    cast(count(*) filter (where reoffended) as bigint) as reoffenders,
    cast(sum(reoffences) as bigint) as reoffences,
    cast(count(one_year_billionths) as bigint) as scored,
    cast(sum(coalesce(one_year_billionths, 0)) as bigint) as one_year_billionths,
    cast(count(*) filter (where observed) as bigint) as observed,
    cast(count(*) filter (where is_short_sentence) as bigint) as short_releases
from member
group by cohort_window, cohort_start, structure, organisation, region_2005, contract_area
