-- table: published_reoffending_rate
-- mart: published reoffending_rate
-- grain: one row per cohort, geography and category of a breakdown
-- reads: reoffending_rate, method
-- why: METHOD 9, primary thresholds: each small count is withheld, and with it every figure that it
--      could be worked out from; a rate needs enough people, and time enough (METHOD 4). A withheld
--      value is null and its status says why; a zero stays a zero
with judged as (
    select
        reoffending_rate.*,
        is_small(reoffending_rate.offenders, method.smallest_count) as is_few_offenders,
        is_small(reoffending_rate.persons, method.smallest_count) as is_few_persons,
        is_small(reoffending_rate.reoffenders, method.smallest_count) as is_few_reoffenders,
        is_small(reoffending_rate.reoffences, method.smallest_count) as is_few_reoffences,
        is_small(reoffending_rate.reoffence_events, method.smallest_count) as is_few_events,
        reoffending_rate.offenders < method.minimum_offenders as is_too_few
    from reoffending_rate
    cross join method
),

status as (
    select
        *,
        count_status(
            is_few_offenders or is_few_persons or is_few_reoffenders or is_few_reoffences
                or is_few_events
        ) as count_status,
        once_observed(
            cohort_status,
            rate_status(
                is_too_few,
                is_few_offenders or is_few_reoffenders or is_few_reoffences or is_few_events
            )
        ) as rate_status
    from judged
)

select
    cohort_window,
    cohort_start,
    cohort_end,
    cohort_status,
    case when not is_few_offenders then share_observed end as share_observed,
    geography_type,
    geography_code,
    breakdown,
    category,
    case when not is_few_offenders then offenders end as offenders,
    case when not is_few_persons then persons end as persons,
    case when not is_few_reoffenders then reoffenders end as reoffenders,
    case when not is_few_reoffences then reoffences end as reoffences,
    case when not is_too_few then mean_previous_offences end as mean_previous_offences,
    case when rate_status = 'ok' then reoffending_rate end as reoffending_rate,
    case when rate_status = 'ok' then rate_lower end as rate_lower,
    case when rate_status = 'ok' then rate_upper end as rate_upper,
    case when rate_status = 'ok' then reoffences_per_reoffender end as reoffences_per_reoffender,
    case when rate_status = 'ok' then reoffences_per_offender end as reoffences_per_offender,
    case when not is_too_few then expected_rate end as expected_rate,
    count_status,
    rate_status,
    case when not is_few_events then reoffence_events end as reoffence_events,
    case when rate_status = 'ok' then reoffence_events_per_offender end
        as reoffence_events_per_offender,
    measure,
    score
from status
order by cohort_window, cohort_start, geography_type, geography_code, breakdown, category
