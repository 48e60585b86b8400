-- table: requirement_event
-- kind: view
-- grain: one row per requirement and day on which it begins, is checked or is due
-- reads: requirement_place, caseload_quarter, method
-- why: METHOD 10: each day counts in its own quarter. Hours are whole billionths, so that sums of them
--      are exact
with happening as (
    select *
    from requirement_place
    unpivot (
        happens_on for what in (starts_on, due_on, start_check_on, completion_check_on)
    )
)

select
    caseload_quarter.quarter_start,
    caseload_quarter.quarter_end,
    happening.region,
    happening.provider,
    'EW' as national,
    'total' as total,
    happening.requirement_type,
    happening.area_of_need,
    happening.funding,
    happening.lot,
    happening.supplier,
    happening.commissioning,
    what = 'starts_on' as is_start,
    what = 'due_on' as is_due,
    what = 'due_on' and is_completed_in_time as is_completion,
    what = 'start_check_on' as is_start_check,
    what = 'start_check_on' and is_started_by_check as is_started_by_check,
    what = 'completion_check_on' as is_completion_check,
    what = 'completion_check_on' and is_completed_by_check as is_completed_by_check,
    what = 'due_on' and is_in_hours as is_due_in_hours,
    what = 'due_on' and is_in_hours and coalesce(stood_down_hours > 0e0, false) as is_stood_down,
    what = 'due_on' and is_in_hours
        and coalesce(100e0 * training_hours > method.training_percent * ordered, false)
        as is_over_training_limit,
    case when what = 'due_on' and is_in_hours then billionths(ordered) end as ordered_billionths,
    case when what = 'due_on' and is_in_hours then billionths(done) end as done_billionths,
    case when what = 'due_on' and is_in_hours then billionths(training_hours) end
        as training_billionths,
    case when what = 'due_on' and is_in_hours then billionths(stood_down_hours) end
        as stood_down_billionths
from happening
cross join method
inner join caseload_quarter on quarter_start(happening.happens_on) = caseload_quarter.quarter_start
