-- table: structure_cell
-- kind: view
-- grain: one row per reported cohort, mapping, structure and organisation
-- reads: placed_cell, reported_cell, ref_region, cohort_basis
-- why: METHOD 5: the same cohort as it was (whoever was in charge on the index date) and as it is now
--      (the 12 regions, everybody mapped one by one)
with as_was as (
    select
        w.cohort_window,
        w.cohort_start,
        p.structure,
        p.organisation,
        cast(sum(p.offenders) as bigint) as offenders,
        cast(sum(p.reoffenders) as bigint) as reoffenders,
        cast(sum(p.reoffences) as bigint) as reoffences,
        cast(sum(p.scored) as bigint) as scored,
        cast(sum(p.one_year_billionths) as bigint) as one_year_billionths,
        cast(sum(p.observed) as bigint) as observed
    from cohort_basis as w
    inner join placed_cell as p
        on w.basis_window = p.cohort_window and w.basis_start = p.cohort_start
    group by w.cohort_window, w.cohort_start, p.structure, p.organisation
)

select
    cohort_window, cohort_start, 'AS_WAS' as mapping, structure, organisation,
    offenders, reoffenders, reoffences, scored, one_year_billionths, observed
from as_was
union all
select
    c.cohort_window, c.cohort_start, 'AS_IS_NOW', 'REGIONS_2021',
    coalesce(r.delius_code, 'UNKNOWN'),
    c.offenders, c.reoffenders, c.reoffences, c.scored, c.one_year_billionths, c.observed
from reported_cell as c
left join ref_region as r on c.geography_code = r.region_code
where c.geography_type = 'region' and c.breakdown = 'total'
