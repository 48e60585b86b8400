-- table: baseline_cell
-- mart: restricted
-- grain: one row per reported cohort, geography and category that baselines are kept for
-- reads: reported_cell, contract_cell, cohort_status, method_baseline_geography, method_baseline_breakdown
-- why: what a baseline can be frozen from, and what is held against one
with cell as (
    select
        c.cohort_window, c.cohort_start, c.geography_type, c.geography_code, c.breakdown,
        c.category, c.offenders, c.reoffenders, c.reoffences, c.scored, c.one_year_billionths,
        c.observed
    from reported_cell as c
    inner join method_baseline_breakdown as b on c.breakdown = b.breakdown
    union all
    select
        cohort_window, cohort_start, 'contract_area', contract_area, 'total', 'total',
        offenders, reoffenders, reoffences, scored, one_year_billionths, observed
    from contract_cell
)

select
    c.cohort_window,
    c.cohort_start,
    s.cohort_end,
    s.cohort_status,
    c.geography_type,
    c.geography_code,
    c.breakdown,
    c.category,
    c.offenders,
    c.reoffenders,
    c.reoffences,
    c.scored,
    c.one_year_billionths,
    c.observed
from cell as c
inner join method_baseline_geography as g on c.geography_type = g.geography_type
inner join cohort_status as s
    on c.cohort_window = s.cohort_window and c.cohort_start = s.cohort_start
