-- table: contract_cell
-- kind: view
-- grain: one row per reported cohort and contract area of 2014
-- reads: cohort_status, cohort_basis, placed_cell, ref_organisation
-- why: METHOD 7: every area has a row in every cohort: an area that nobody belongs to has an answer
--      as well
with summed as (
    select
        cohort_basis.cohort_window,
        cohort_basis.cohort_start,
        placed_cell.contract_area,
        sum(placed_cell.offenders) as offenders,
        sum(placed_cell.reoffenders) as reoffenders,
        sum(placed_cell.reoffences) as reoffences,
        sum(placed_cell.scored) as scored,
        sum(placed_cell.one_year_billionths) as one_year_billionths,
        sum(placed_cell.observed) as observed,
        sum(placed_cell.short_releases) as short_releases
    from cohort_basis
    inner join placed_cell
        on cohort_basis.basis_window = placed_cell.cohort_window
            and cohort_basis.basis_start = placed_cell.cohort_start
    group by cohort_basis.cohort_window, cohort_basis.cohort_start, placed_cell.contract_area
)

select
    cohort_status.cohort_window,
    cohort_status.cohort_start,
    organisation.organisation_code as contract_area,
    cast(coalesce(summed.offenders, 0) as bigint) as offenders,
    cast(coalesce(summed.reoffenders, 0) as bigint) as reoffenders,
    cast(coalesce(summed.reoffences, 0) as bigint) as reoffences,
    cast(coalesce(summed.scored, 0) as bigint) as scored,
    cast(coalesce(summed.one_year_billionths, 0) as bigint) as one_year_billionths,
    cast(coalesce(summed.observed, 0) as bigint) as observed,
    cast(coalesce(summed.short_releases, 0) as bigint) as short_releases
from cohort_status
inner join ref_organisation as organisation on organisation.kind = 'CRC'
left join summed
    on cohort_status.cohort_window = summed.cohort_window
        and cohort_status.cohort_start = summed.cohort_start
        and organisation.organisation_code = summed.contract_area
