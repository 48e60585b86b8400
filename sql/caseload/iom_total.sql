-- table: iom_total
-- grain: one row per reported cohort, geography and criterion or total
-- reads: iom_cell, cohort_basis
-- why: totals, the nation and sums of four quarters, added up from the cells
select
    w.cohort_window,
    w.cohort_start,
    case
        when grouping(c.region) = 0 then 'region'
        when grouping(c.police_force) = 0 then 'police_force'
        else 'national'
    end as geography_type,
    coalesce(c.region, c.police_force, 'EW') as geography_code,
    case when grouping(c.criterion) = 0 then 'criterion' else 'total' end as breakdown,
    coalesce(c.criterion, 'total') as category,
    cast(sum(c.offenders) as bigint) as offenders,
    cast(sum(c.reoffenders) as bigint) as reoffenders,
    cast(sum(c.reoffences) as bigint) as reoffences,
    cast(sum(c.observed) as bigint) as observed
from cohort_basis as w
inner join iom_cell as c on w.basis_window = c.cohort_window and w.basis_start = c.cohort_start
group by w.cohort_window, w.cohort_start, grouping sets (
    (c.region, c.criterion),
    (c.region),
    (c.police_force, c.criterion),
    (c.police_force),
    (c.criterion),
    ()
)
