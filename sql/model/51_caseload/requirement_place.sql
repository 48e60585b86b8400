-- table: requirement_place
-- grain: one row per requirement
-- reads: requirement, supervised_case, method
-- why: METHOD 10: whose a requirement is, and the days on which it begins, is checked and is due. What
--      death or a transfer ends before that day is not due; a check that falls before the case began, and
--      a day after the snapshot, is none
with dated as (
    select
        requirement.*,
        supervised_case.region,
        supervised_case.provider,
        supervised_case.start_date as case_start,
        add_months(requirement.due_date, -method.start_check_months) as start_check_day,
        add_months(requirement.due_date, -method.completion_check_months) as completion_check_day,
        case
            when supervised_case.end_reason in ('DIED', 'TRANSFERRED')
                then supervised_case.end_date
        end as called_off,
        method.snapshot
    from requirement
    cross join method
    inner join supervised_case on requirement.case_no = supervised_case.case_no
)

select
    requirement_no,
    region,
    provider,
    requirement_type,
    coalesce(area_of_need, 'NONE') as area_of_need,
    coalesce(funding, 'UNKNOWN') as funding,
    coalesce(lot, 'NONE') as lot,
    coalesce(supplier, 'UNKNOWN') as supplier,
    case
        when supplier is null then 'UNKNOWN' when supplier = provider then 'TOGETHER' else 'APART'
    end as commissioning,
    case when start_date <= snapshot then start_date end as starts_on,
    case
        when due_date <= snapshot and coalesce(called_off >= due_date, true) then due_date
    end as due_on,
    case
        when start_check_day between case_start and snapshot
            and coalesce(called_off >= start_check_day, true) then start_check_day
    end as start_check_on,
    case
        when completion_check_day between case_start and snapshot
            and coalesce(called_off >= completion_check_day, true) then completion_check_day
    end as completion_check_on,
    coalesce(start_date <= start_check_day, false) as is_started_by_check,
    coalesce(is_completed and end_date <= completion_check_day, false) as is_completed_by_check,
    coalesce(is_completed and end_date <= due_date, false) as is_completed_in_time,
    coalesce(unit = 'HOURS', false) as is_in_hours,
    ordered,
    done,
    training_hours,
    stood_down_hours
from dated
