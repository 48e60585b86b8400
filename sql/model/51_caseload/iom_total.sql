-- table: iom_total
-- grain: one row per reported cohort, geography and criterion or total
-- reads: iom_cell, cohort_basis
-- why: METHOD 10: totals, the nation and sums of four quarters, added up from the cells
select
    cohort_basis.cohort_window,
    cohort_basis.cohort_start,
    case
        when grouping(iom_cell.region) = 0 then 'region'
        when grouping(iom_cell.police_force) = 0 then 'police_force'
        else 'national'
    end as geography_type,
    coalesce(iom_cell.region, iom_cell.police_force, 'EW') as geography_code,
    case when grouping(iom_cell.criterion) = 0 then 'criterion' else 'total' end as breakdown,
    coalesce(iom_cell.criterion, 'total') as category,
    cast(sum(iom_cell.offenders) as bigint) as offenders,
    cast(sum(iom_cell.reoffenders) as bigint) as reoffenders,
    cast(sum(iom_cell.reoffences) as bigint) as reoffences,
    cast(sum(iom_cell.observed) as bigint) as observed
from cohort_basis
inner join iom_cell
    on cohort_basis.basis_window = iom_cell.cohort_window
        and cohort_basis.basis_start = iom_cell.cohort_start
group by cohort_basis.cohort_window, cohort_basis.cohort_start, grouping sets (
    (iom_cell.region, iom_cell.criterion),
    (iom_cell.region),
    (iom_cell.police_force, iom_cell.criterion),
    (iom_cell.police_force),
    (iom_cell.criterion),
    ()
)
