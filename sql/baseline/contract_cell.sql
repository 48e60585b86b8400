-- table: contract_cell
-- kind: view
-- grain: one row per reported cohort and contract area of 2014
-- reads: cohort_status, cohort_basis, placed_cell, ref_organisation
-- why: every area has a row in every cohort: an area that nobody belongs to has an answer as well
with summed as (
    select
        w.cohort_window,
        w.cohort_start,
        p.contract_area,
        sum(p.offenders) as offenders,
        sum(p.reoffenders) as reoffenders,
        sum(p.reoffences) as reoffences,
        sum(p.scored) as scored,
        sum(p.one_year_billionths) as one_year_billionths,
        sum(p.observed) as observed
    from cohort_basis as w
    inner join placed_cell as p
        on w.basis_window = p.cohort_window and w.basis_start = p.cohort_start
    group by w.cohort_window, w.cohort_start, p.contract_area
)

select
    c.cohort_window,
    c.cohort_start,
    o.organisation_code as contract_area,
    cast(coalesce(s.offenders, 0) as bigint) as offenders,
    cast(coalesce(s.reoffenders, 0) as bigint) as reoffenders,
    cast(coalesce(s.reoffences, 0) as bigint) as reoffences,
    cast(coalesce(s.scored, 0) as bigint) as scored,
    cast(coalesce(s.one_year_billionths, 0) as bigint) as one_year_billionths,
    cast(coalesce(s.observed, 0) as bigint) as observed
from cohort_status as c
inner join ref_organisation as o on o.kind = 'CRC'
left join summed as s
    on c.cohort_window = s.cohort_window and c.cohort_start = s.cohort_start
        and o.organisation_code = s.contract_area
