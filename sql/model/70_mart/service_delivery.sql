-- table: service_delivery
-- mart: published
-- grain: one row per quarter, geography and service type or total
-- reads: service_cell, method
-- why: METHOD 10 with METHOD 9's primary thresholds: small counts are withheld, and the rate needs enough
--      services that have ended
with judged as (
    select
        service_cell.*,
        is_small(service_cell.starts, method.smallest_count) as is_few_starts,
        is_small(service_cell.ended, method.smallest_count) as is_few_ended,
        is_small(service_cell.completions, method.smallest_count) as is_few_completions,
        service_cell.ended < method.minimum_offenders as is_too_few
    from service_cell
    cross join method
),

status as (
    select
        *,
        count_status(is_few_starts or is_few_ended or is_few_completions) as count_status,
        case
            when ended = 0 then 'not_applicable'
            when is_too_few then 'too_few'
            when is_few_completions then 'suppressed'
            else 'ok'
        end as rate_status
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
    case when not is_few_ended then ended end as ended,
    case when not is_few_completions then completions end as completions,
    case when rate_status = 'ok' then ratio(completions, ended) end as completion_rate,
    count_status,
    rate_status
from status
order by quarter_start, geography_type, geography_code, breakdown, category
