-- table: local_adult_reoffending
-- mart: published
-- grain: one row per rolling year and geography
-- reads: local_adult_measure, method
-- why: METHOD 10: actual against expected, with METHOD 9's primary thresholds; as in METHOD 7 nothing
--      is said of who did better before the year is final, and as in METHOD 4 no rate before it is
--      observed
with judged as (
    select
        local_adult_measure.*,
        is_small(local_adult_measure.offenders, method.smallest_count) as is_few_offenders,
        is_small(local_adult_measure.reoffenders, method.smallest_count) as is_few_reoffenders,
        local_adult_measure.offenders < method.minimum_offenders as is_too_few
    from local_adult_measure
    cross join method
),

status as (
    select
        *,
        count_status(is_few_offenders or is_few_reoffenders) as count_status,
        once_observed(period_status, rate_status(is_too_few, is_few_reoffenders)) as rate_status
    from judged
)

select
    first_quarter_end,
    last_quarter_end,
    period_status,
    case when period_status = 'final' then 'final' else 'INTERIM' end as result,
    case when not is_few_offenders then ratio(observed, offenders) end as share_observed,
    case when not is_too_few then ratio(scored, offenders) end as share_scored,
    geography_type,
    geography_code,
    case when not is_few_offenders then offenders end as offenders,
    case when not is_few_reoffenders then reoffenders end as reoffenders,
    case when rate_status = 'ok' then reoffending_rate end as reoffending_rate,
    case when rate_status = 'ok' then rate_lower end as rate_lower,
    case when rate_status = 'ok' then rate_upper end as rate_upper,
    -- The nation's own rate of the year is part of it.
    case when not is_too_few and period_status <> 'incomplete' then expected_rate end
        as expected_rate,
    case when rate_status = 'ok' then difference end as difference,
    case when rate_status = 'ok' then relative_difference end as relative_difference,
    case when period_status = 'final' and rate_status = 'ok' then outcome end as outcome,
    count_status,
    rate_status,
    measure,
    score
from status
order by last_quarter_end, geography_type, geography_code
