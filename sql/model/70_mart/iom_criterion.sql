-- table: iom_criterion
-- mart: published
-- grain: one row per cohort, geography, criterion and what is beside it
-- reads: iom_criterion_cell, cohort_status, method
-- why: METHOD 10: what each criterion of integrated offender management takes in, alone and together with
--      each other, with METHOD 9's primary thresholds
with judged as (
    select
        cell.*,
        cohort_status.cohort_end,
        cohort_status.cohort_status,
        is_small(cell.offenders, method.smallest_count) as is_few_offenders,
        is_small(cell.reoffenders, method.smallest_count) as is_few_reoffenders,
        cell.offenders < method.minimum_offenders as is_too_few,
        method.measure,
        method.score
    from iom_criterion_cell as cell
    cross join method
    inner join cohort_status
        on cell.cohort_window = cohort_status.cohort_window
            and cell.cohort_start = cohort_status.cohort_start
),

status as (
    select
        *,
        count_status(is_few_offenders or is_few_reoffenders) as count_status,
        once_observed(
            cohort_status,
            case
                when beside <> 'ANY' then 'not_applicable'
                else rate_status(is_too_few, is_few_reoffenders)
            end
        ) as rate_status
    from judged
)

select
    cohort_window,
    cohort_start,
    cohort_end,
    cohort_status,
    case when not is_few_offenders then ratio(observed, offenders) end as share_observed,
    geography_type,
    geography_code,
    criterion,
    beside,
    case when not is_few_offenders then offenders end as offenders,
    case when not is_few_reoffenders then reoffenders end as reoffenders,
    case when rate_status = 'ok' then ratio(reoffenders, offenders) end as reoffending_rate,
    count_status,
    rate_status,
    measure,
    score
from status
order by cohort_window, cohort_start, geography_type, geography_code, criterion, beside
