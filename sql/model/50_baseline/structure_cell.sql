-- table: structure_cell
-- kind: view
-- grain: one row per reported cohort, mapping, structure and organisation
-- reads: placed_cell, reported_cell, ref_region, cohort_basis
-- why: METHOD 5: the same cohort as it was (whoever was in charge on the index date), in the regions of
--      2005, which never were in charge, and as it is now (the 12 regions): everybody mapped one by one
with placed as (
    select
        cohort_basis.cohort_window,
        cohort_basis.cohort_start,
        placed_cell.structure,
        placed_cell.organisation,
        placed_cell.region_2005,
        cast(sum(placed_cell.offenders) as bigint) as offenders,
        cast(sum(placed_cell.reoffenders) as bigint) as reoffenders,
        cast(sum(placed_cell.reoffences) as bigint) as reoffences,
        cast(sum(placed_cell.scored) as bigint) as scored,
        cast(sum(placed_cell.one_year_billionths) as bigint) as one_year_billionths,
        cast(sum(placed_cell.observed) as bigint) as observed
    from cohort_basis
    inner join placed_cell
        on cohort_basis.basis_window = placed_cell.cohort_window
            and cohort_basis.basis_start = placed_cell.cohort_start
    group by cohort_basis.cohort_window, cohort_basis.cohort_start,
        grouping sets (
            (placed_cell.structure, placed_cell.organisation), (placed_cell.region_2005)
        )
)

select
    cohort_window, cohort_start, 'AS_WAS' as mapping, structure, organisation,
    'organisation' as geography_type, structure || ' ' || organisation as geography_code,
    offenders, reoffenders, reoffences, scored, one_year_billionths, observed
from placed
where region_2005 is null
union all
select
    cohort_window, cohort_start, 'AS_IN_2005', 'ROM_REGIONS_2005', region_2005,
    'region_2005', region_2005,
    offenders, reoffenders, reoffences, scored, one_year_billionths, observed
from placed
where region_2005 is not null
union all
select
    reported_cell.cohort_window, reported_cell.cohort_start, 'AS_IS_NOW', 'REGIONS_2021',
    coalesce(ref_region.delius_code, 'UNKNOWN'),
    reported_cell.geography_type, reported_cell.geography_code,
    reported_cell.offenders, reported_cell.reoffenders, reported_cell.reoffences,
        reported_cell.scored, reported_cell.one_year_billionths, reported_cell.observed
from reported_cell
left join ref_region on reported_cell.geography_code = ref_region.region_code
where reported_cell.geography_type = 'region' and reported_cell.breakdown = 'total'
