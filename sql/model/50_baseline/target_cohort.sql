-- table: target_cohort
-- kind: view
-- grain: one row per target and cohort between its base and the one it is for; one without a cohort when the run has none
-- reads: method_target, target_base, reported_cell, cohort_status
-- why: METHOD 7: each cohort beside the base of its target
with cohort as (
    select target.target, cohort_status.cohort_start, cohort_status.cohort_end,
        cohort_status.cohort_status
    from method_target as target
    inner join cohort_status
        on target.cohort_window = cohort_status.cohort_window
            and cohort_status.cohort_start <= target.by_cohort
    where target.base_to is null or cohort_status.cohort_start > target.base_to
)

select
    target.*,
    cohort.cohort_start,
    cohort.cohort_end,
    cohort.cohort_status,
    reported_cell.observed,
    reported_cell.offenders,
    reported_cell.reoffenders,
    reported_cell.reoffences,
    ratio(reported_cell.reoffenders, reported_cell.offenders) as rate,
    ratio(reported_cell.reoffences, reported_cell.reoffenders) as frequency,
    ratio(reported_cell.one_year_billionths, reported_cell.scored) / 1e9 as expected_rate,
    target_base.is_final as is_base_final,
    target_base.offenders as base_offenders,
    target_base.rate as base_rate,
    target_base.frequency as base_frequency,
    target_base.expected_rate as base_expected_rate,
    target_base.is_scored_alike
from method_target as target
left join cohort on target.target = cohort.target
left join reported_cell
    on target.cohort_window = reported_cell.cohort_window
        and cohort.cohort_start = reported_cell.cohort_start
        and target.geography_type = reported_cell.geography_type
            and target.geography_code = reported_cell.geography_code
        and target.breakdown = reported_cell.breakdown and target.category = reported_cell.category
left join target_base on target.target = target_base.target
