-- table: time_to_reoffence
-- mart: published
-- grain: one row per cohort, geography, index category or total, and month from 0 to at most 12
-- reads: reported_time_cell, cohort_status, method_month, method
-- why: METHOD 4: the share of members who have reoffended by each month for which every member of the
--      cohort has been followed, with METHOD 9's primary thresholds
with cell as (
    select
        cohort_window, cohort_start, geography_type, geography_code, breakdown, category,
        sum(offenders) as offenders,
        sum(observed) as observed
    from reported_time_cell
    group by cohort_window, cohort_start, geography_type, geography_code, breakdown, category
),

first_time as (
    select * from reported_time_cell where first_reoffence_month is not null
),

by_month as (
    select
        cell.cohort_window, cell.cohort_start, cell.geography_type, cell.geography_code,
            cell.breakdown, cell.category,
        month.month,
        cast(cell.offenders as bigint) as offenders,
        cast(cell.observed as bigint) as observed,
        cast(coalesce(sum(first_time.offenders), 0) as bigint) as reoffenders
    from cell
    cross join method_month as month
    left join first_time
        on cell.cohort_window = first_time.cohort_window
            and cell.cohort_start = first_time.cohort_start
            and cell.geography_type = first_time.geography_type
                and cell.geography_code = first_time.geography_code
            and cell.breakdown = first_time.breakdown and cell.category = first_time.category
            and first_time.first_reoffence_month <= month.month
    group by
        cell.cohort_window, cell.cohort_start, cell.geography_type, cell.geography_code,
            cell.breakdown, cell.category,
        month.month, cell.offenders, cell.observed
),

judged as (
    select
        by_month.*,
        is_small(by_month.offenders, method.smallest_count) as is_few_offenders,
        is_small(by_month.reoffenders, method.smallest_count) as is_few_reoffenders,
        by_month.offenders < method.minimum_offenders as is_too_few,
        method.measure
    from by_month
    cross join method
)

select
    judged.cohort_window,
    judged.cohort_start,
    cohort_status.cohort_end,
    cohort_status.cohort_status,
    case
        when not judged.is_few_offenders then ratio(judged.observed, judged.offenders)
    end as share_observed,
    judged.geography_type,
    judged.geography_code,
    judged.breakdown,
    judged.category,
    judged.month,
    case when not judged.is_few_offenders then judged.offenders end as offenders,
    case when not judged.is_few_reoffenders then judged.reoffenders end as reoffenders,
    case
        when not (judged.is_too_few or judged.is_few_reoffenders)
            then ratio(judged.reoffenders, judged.offenders)
    end as share_reoffended,
    count_status(judged.is_few_offenders or judged.is_few_reoffenders) as count_status,
    rate_status(judged.is_too_few, judged.is_few_reoffenders) as rate_status,
    judged.measure
from judged
inner join cohort_status
    on judged.cohort_window = cohort_status.cohort_window
        and judged.cohort_start = cohort_status.cohort_start
        and judged.month <= cohort_status.followed_months
order by
    cohort_window, cohort_start, geography_type, geography_code, breakdown, category, month
