-- table: scorecard_measure
-- grain: one row per measure, area and period
-- reads: performance_measure, requirement_cell, contact_cell, method_scorecard_target
-- why: METHOD 10: measures as delivered; where none of the name is delivered for the provider and quarter,
--      it is worked out from the requirements and appointments
with derived as (
    select 'Requirements completed by the day they were due' as measure, geography_code
        as provider_code, quarter_start, quarter_end, completions as numerator, due as denominator
    from requirement_cell
    where geography_type = 'provider' and breakdown = 'total'
    union all
    select 'Programmes started by the first check', geography_code, quarter_start, quarter_end,
        started_by_check, start_checks
    from requirement_cell
    where geography_type = 'provider' and category = 'ACCREDITED_PROGRAMME'
    union all
    select 'Programmes completed by the second check', geography_code, quarter_start, quarter_end,
        completed_by_check, completion_checks
    from requirement_cell
    where geography_type = 'provider' and category = 'ACCREDITED_PROGRAMME'
    union all
    select 'Unpaid work without a stand-down', geography_code, quarter_start, quarter_end,
        due_in_hours - stood_down, due_in_hours
    from requirement_cell
    where geography_type = 'provider' and category = 'UNPAID_WORK'
    union all
    select 'Months with a meeting face to face', geography_code, quarter_start, quarter_end,
        months_met, months_due
    from contact_cell
    where geography_type = 'provider' and breakdown = 'total'
    union all
    select 'Cases within the limit of video', geography_code, quarter_start, quarter_end,
        cases_seen - over_video_limit, cases_seen
    from contact_cell
    where geography_type = 'provider' and breakdown = 'total'
    union all
    select 'Cases with one officer all quarter', geography_code, quarter_start, quarter_end,
        one_officer, cases_seen_twice
    from contact_cell
    where geography_type = 'provider' and breakdown = 'total'
)

select
    measure,
    measure_group,
    provider_code,
    period_start,
    period_end,
    numerator,
    denominator,
    target
from performance_measure
union all
select
    derived.measure,
    'derived',
    derived.provider_code,
    derived.quarter_start,
    derived.quarter_end,
    cast(derived.numerator as double),
    cast(derived.denominator as double),
    method_scorecard_target.target
from derived
left join method_scorecard_target on derived.measure = method_scorecard_target.measure
anti join performance_measure
    on derived.measure = performance_measure.measure
        and derived.provider_code = performance_measure.provider_code
        and derived.quarter_start = performance_measure.period_start
where derived.denominator > 0
