-- table: target_base
-- kind: view
-- grain: one row per target whose base the run has
-- reads: method_target, reported_cell, cohort_status, baseline, baseline_total, method
-- why: METHOD 7: what a target's fall is counted from: cohorts of the run added up, so that an
--      expected rate is weighted by offenders, or a frozen baseline. A base of which a cohort is
--      missing is none
with cohort as (
    select
        target.target,
        count(*) as cohorts,
        count(*) filter (where cohort_status.cohort_status <> 'final') as open_cohorts
    from method_target as target
    inner join cohort_status
        on target.cohort_window = cohort_status.cohort_window
            and cohort_status.cohort_start between target.base_from and target.base_to
    group by target.target
),

cell as (
    select
        target.target,
        sum(reported_cell.offenders) as offenders,
        sum(reported_cell.reoffenders) as reoffenders,
        sum(reported_cell.reoffences) as reoffences,
        sum(reported_cell.scored) as scored,
        sum(reported_cell.one_year_billionths) as one_year_billionths
    from method_target as target
    inner join reported_cell
        on target.cohort_window = reported_cell.cohort_window
            and target.geography_type = reported_cell.geography_type
            and target.geography_code = reported_cell.geography_code
                and target.breakdown = reported_cell.breakdown
            and target.category = reported_cell.category and reported_cell.cohort_start
                between target.base_from and target.base_to
    group by target.target
)

select
    target.target,
    cohort.open_cohorts = 0 as is_final,
    cast(cell.offenders as bigint) as offenders,
    ratio(cell.reoffenders, cell.offenders) as rate,
    ratio(cell.reoffences, cell.reoffenders) as frequency,
    ratio(cell.one_year_billionths, cell.scored) / 1e9 as expected_rate,
    true as is_scored_alike
from method_target as target
inner join cohort on target.target = cohort.target and target.base_cohorts = cohort.cohorts
inner join cell on target.target = cell.target
union all
select target.target, true, baseline_total.baseline_offenders, baseline_total.baseline_rate,
    baseline_total.baseline_frequency,
    baseline_total.baseline_expected_rate,
    coalesce(baseline.baseline_score, 'ogrs3') = method.score
from method_target as target
cross join method
left join baseline on target.baseline = baseline.baseline
inner join baseline_total
    on target.baseline = baseline_total.baseline
        and target.geography_type = baseline_total.geography_type
        and target.geography_code = baseline_total.geography_code
            and target.breakdown = baseline_total.breakdown
        and target.category = baseline_total.category
