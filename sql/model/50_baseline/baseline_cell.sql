-- table: baseline_cell
-- mart: restricted
-- grain: one row per reported cohort, geography and category that baselines are kept for
-- reads: reported_cell, contract_cell, cohort_status, method, method_baseline_geography, method_baseline_breakdown
-- why: METHOD 7: what a baseline can be frozen from, and what is compared with one
with cell as (
    select
        reported_cell.cohort_window, reported_cell.cohort_start, reported_cell.geography_type,
            reported_cell.geography_code, reported_cell.breakdown,
        reported_cell.category, reported_cell.offenders, reported_cell.reoffenders,
            reported_cell.reoffences, reported_cell.scored, reported_cell.one_year_billionths,
        reported_cell.observed, reported_cell.short_releases
    from reported_cell
    inner join method_baseline_breakdown as baseline_breakdown
        on reported_cell.breakdown = baseline_breakdown.breakdown
    union all
    select
        cohort_window, cohort_start, 'contract_area', contract_area, 'total', 'total',
        offenders, reoffenders, reoffences, scored, one_year_billionths, observed,
        short_releases
    from contract_cell
)

select
    cell.cohort_window,
    cell.cohort_start,
    cohort_status.cohort_end,
    cohort_status.cohort_status,
    cell.geography_type,
    cell.geography_code,
    cell.breakdown,
    cell.category,
    cell.offenders,
    cell.reoffenders,
    cell.reoffences,
    cell.scored,
    cell.one_year_billionths,
    cell.observed,
    cell.short_releases,
    method.score
from cell
cross join method
inner join method_baseline_geography as baseline_geography
    on cell.geography_type = baseline_geography.geography_type
inner join cohort_status
    on cell.cohort_window = cohort_status.cohort_window
        and cell.cohort_start = cohort_status.cohort_start
