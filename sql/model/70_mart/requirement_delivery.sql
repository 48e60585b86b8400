-- table: requirement_delivery
-- mart: published
-- grain: one row per quarter, geography and category of a breakdown
-- reads: requirement_cell, method
-- why: METHOD 10 with METHOD 9's primary thresholds: small counts are withheld, and a rate needs enough
--      requirements; hours are withheld where few people worked them
with judged as (
    select
        requirement_cell.*,
        is_small(starts, method.smallest_count) as is_few_starts,
        is_small(due, method.smallest_count) as is_few_due,
        is_small(completions, method.smallest_count) as is_few_completions,
        is_small(start_checks, method.smallest_count) as is_few_start_checks,
        is_small(started_by_check, method.smallest_count) as is_few_started,
        is_small(completion_checks, method.smallest_count) as is_few_completion_checks,
        is_small(completed_by_check, method.smallest_count) as is_few_completed,
        is_small(due_in_hours, method.smallest_count) as is_few_in_hours,
        is_small(stood_down, method.smallest_count) as is_few_stood_down,
        is_small(over_training_limit, method.smallest_count) as is_few_over_limit,
        due < method.minimum_offenders as is_too_few
    from requirement_cell
    cross join method
),

status as (
    select
        *,
        count_status(
            is_few_starts or is_few_due or is_few_completions or is_few_start_checks
            or is_few_started or is_few_completion_checks or is_few_completed or is_few_in_hours
            or is_few_stood_down or is_few_over_limit
        ) as count_status,
        case
            when due = 0 then 'not_applicable'
            else rate_status(is_too_few, is_few_completions)
        end as rate_status,
        case
            when due_in_hours = 0 then 'not_applicable' when is_few_in_hours then 'suppressed'
            else 'ok'
        end as hours_status
    from judged
)

select
    quarter_start,
    quarter_end,
    geography_type,
    geography_code,
    breakdown,
    category,
    case when not is_few_starts then starts end as starts,
    case when not is_few_due then due end as due,
    case when not is_few_completions then completions end as completions,
    case when rate_status = 'ok' then ratio(completions, due) end as completion_rate,
    case when not is_few_start_checks then start_checks end as start_checks,
    case when not is_few_started then started_by_check end as started_by_check,
    case when not is_few_completion_checks then completion_checks end as completion_checks,
    case when not is_few_completed then completed_by_check end as completed_by_check,
    case when not is_few_in_hours then due_in_hours end as due_in_hours,
    case when not is_few_stood_down then stood_down end as stood_down,
    case when not is_few_over_limit then over_training_limit end as over_training_limit,
    case when hours_status = 'ok' then ordered_billionths / 1e9 end as hours_ordered,
    case when hours_status = 'ok' then done_billionths / 1e9 end as hours_done,
    case when hours_status = 'ok' then training_billionths / 1e9 end as hours_of_training,
    case when hours_status = 'ok' then stood_down_billionths / 1e9 end as hours_stood_down,
    case when hours_status = 'ok' then ratio(training_billionths, done_billionths) end
        as training_share,
    count_status,
    rate_status,
    hours_status
from status
order by quarter_start, geography_type, geography_code, breakdown, category
