-- table: requirement_cell
-- grain: one row per quarter, geography and category of a breakdown
-- reads: requirement_event
-- why: METHOD 10: added up by what is required and who delivers it, and by place
with by_breakdown as (
    select *
    from requirement_event
    unpivot (
        category for breakdown in (
            total, requirement_type, area_of_need, funding, lot, supplier, commissioning
        )
    )
)

select
    quarter_start,
    quarter_end,
    geography_type,
    geography_code,
    breakdown,
    category,
    cast(count(*) filter (where is_start) as bigint) as starts,
    cast(count(*) filter (where is_due) as bigint) as due,
    cast(count(*) filter (where is_completion) as bigint) as completions,
    cast(count(*) filter (where is_start_check) as bigint) as start_checks,
    cast(count(*) filter (where is_started_by_check) as bigint) as started_by_check,
    cast(count(*) filter (where is_completion_check) as bigint) as completion_checks,
    cast(count(*) filter (where is_completed_by_check) as bigint) as completed_by_check,
    cast(count(*) filter (where is_due_in_hours) as bigint) as due_in_hours,
    cast(count(*) filter (where is_stood_down) as bigint) as stood_down,
    cast(count(*) filter (where is_over_training_limit) as bigint) as over_training_limit,
    cast(coalesce(sum(ordered_billionths), 0) as bigint) as ordered_billionths,
    cast(coalesce(sum(done_billionths), 0) as bigint) as done_billionths,
    cast(coalesce(sum(training_billionths), 0) as bigint) as training_billionths,
    cast(coalesce(sum(stood_down_billionths), 0) as bigint) as stood_down_billionths
from by_breakdown
unpivot (
    geography_code for geography_type in (national, region, provider)
)
group by quarter_start, quarter_end, geography_type, geography_code, breakdown, category
