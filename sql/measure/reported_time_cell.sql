-- table: reported_time_cell
-- kind: view
-- grain: one row per reported cohort, geography, index category or total, and month of the first reoffence
-- reads: time_cell, derived_place, cohort_basis
-- why: totals, wider geographies and sums of four quarters, added up from the basic cells
with category as (
    select *, 'index_category' as breakdown, index_category as category from time_cell
    union all
    select *, 'total' as breakdown, 'total' as category from time_cell
),

place as (
    select cohort_window, cohort_start, geography_type, geography_code, breakdown, category,
        first_reoffence_month, offenders, observed
    from category
    union all
    select c.cohort_window, c.cohort_start,
        coalesce(d.geography_type, 'provider_type'),
        coalesce(d.geography_code, case when c.geography_code = 'NONE' then 'NONE' else 'UNKNOWN' end),
        c.breakdown, c.category, c.first_reoffence_month, c.offenders, c.observed
    from category as c
    left join derived_place as d
        on c.geography_type = d.from_type and c.geography_code = d.from_code
    where c.geography_type in ('region', 'provider')
)

select
    w.cohort_window,
    w.cohort_start,
    p.geography_type,
    p.geography_code,
    p.breakdown,
    p.category,
    p.first_reoffence_month,
    cast(sum(p.offenders) as bigint) as offenders,
    cast(sum(p.observed) as bigint) as observed
from cohort_basis as w
inner join place as p on w.basis_window = p.cohort_window and w.basis_start = p.cohort_start
group by
    w.cohort_window, w.cohort_start, p.geography_type, p.geography_code, p.breakdown, p.category,
    p.first_reoffence_month
