-- table: caseload
-- mart: published
-- grain: one row per quarter, geography and category of a breakdown
-- reads: caseload_cell, caseload_quarter, method
-- why: METHOD 10 with METHOD 9's primary thresholds: small counts are withheld, and the share allocated
--      in time needs enough cases
with judged as (
    select
        caseload_cell.*,
        caseload_quarter.quarter_end,
        is_small(caseload_cell.people, method.smallest_count) as is_few_people,
        is_small(caseload_cell.starts, method.smallest_count) as is_few_starts,
        is_small(caseload_cell.ends, method.smallest_count) as is_few_ends,
        is_small(caseload_cell.allocation_due, method.smallest_count) as is_few_due,
        is_small(caseload_cell.allocated_in_time, method.smallest_count) as is_few_in_time,
        caseload_cell.allocation_due < method.minimum_offenders as is_too_few
    from caseload_cell
    cross join method
    inner join caseload_quarter on caseload_cell.quarter_start = caseload_quarter.quarter_start
),

status as (
    select
        *,
        count_status(
            is_few_people or is_few_starts or is_few_ends or is_few_due or is_few_in_time
        ) as count_status,
        case
            when allocation_due = 0 then 'not_applicable'
            when is_too_few then 'too_few'
            when is_few_in_time then 'suppressed'
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
    case when not is_few_people then people end as people,
    case when not is_few_starts then starts end as starts,
    case when not is_few_ends then ends end as ends,
    case when not is_few_due then allocation_due end as allocation_due,
    case when not is_few_in_time then allocated_in_time end as allocated_in_time,
    case when rate_status = 'ok' then ratio(allocated_in_time, allocation_due) end
        as share_allocated_in_time,
    count_status,
    rate_status
from status
order by quarter_start, geography_type, geography_code, breakdown, category
