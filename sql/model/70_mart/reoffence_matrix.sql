-- table: reoffence_matrix
-- mart: published
-- grain: one row per cohort, index offence group and reoffence offence group that occurred
-- reads: matrix_cell, reported_cell, cohort_status, method
-- why: METHOD 4: members of the index group who reoffended in the other group at least once, and
--      how often
with judged as (
    select
        matrix_cell.*,
        cohort_status.cohort_end,
        cohort_status.cohort_status,
        reported_cell.offenders,
        reported_cell.observed,
        is_small(reported_cell.offenders, method.smallest_count) as is_few_offenders,
        is_small(matrix_cell.reoffenders, method.smallest_count) as is_few_reoffenders,
        is_small(matrix_cell.reoffences, method.smallest_count) as is_few_reoffences,
        reported_cell.offenders < method.minimum_offenders as is_too_few,
        method.measure
    from matrix_cell
    cross join method
    inner join reported_cell
        on matrix_cell.cohort_window = reported_cell.cohort_window
            and matrix_cell.cohort_start = reported_cell.cohort_start
            and reported_cell.geography_type = 'national'
                and reported_cell.breakdown = 'index_offence_group'
            and matrix_cell.index_offence_group = reported_cell.category
    inner join cohort_status
        on matrix_cell.cohort_window = cohort_status.cohort_window
            and matrix_cell.cohort_start = cohort_status.cohort_start
),

status as (
    select
        *,
        count_status(is_few_offenders or is_few_reoffenders) as count_status,
        once_observed(cohort_status, rate_status(is_too_few, is_few_reoffenders)) as rate_status
    from judged
)

select
    cohort_window,
    cohort_start,
    cohort_end,
    cohort_status,
    case when not is_few_offenders then ratio(observed, offenders) end as share_observed,
    index_offence_group,
    reoffence_offence_group,
    case when not is_few_offenders then offenders end as offenders,
    case when not is_few_reoffenders then reoffenders end as reoffenders,
    case when not is_few_reoffences then reoffences end as reoffences,
    case when rate_status = 'ok' then ratio(reoffenders, offenders) end as share_reoffended,
    count_status,
    rate_status,
    measure
from status
order by cohort_window, cohort_start, index_offence_group, reoffence_offence_group
