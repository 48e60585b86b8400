-- table: escalation
-- mart: published
-- grain: one row per quarter, geography that was left, and kind of move or total
-- reads: case_move, caseload_quarter, method
-- why: METHOD 10: cases that moved from a company to the National Probation Service because risk rose,
--      and other moves, with METHOD 9's primary thresholds
with counted as (
    select
        caseload_quarter.quarter_start,
        caseload_quarter.quarter_end,
        case
            when grouping(case_move.region) = 0 then 'region'
            when grouping(case_move.provider_left) = 0 then 'provider'
            else 'national'
        end as geography_type,
        coalesce(case_move.region, case_move.provider_left, 'EW') as geography_code,
        case when grouping(case_move.move) = 0 then 'move' else 'total' end as breakdown,
        coalesce(case_move.move, 'total') as category,
        cast(count(*) as bigint) as moves,
        cast(count(*) filter (where case_move.is_risk_higher) as bigint) as risk_higher
    from case_move
    inner join caseload_quarter
        on quarter_start(case_move.moved_on) = caseload_quarter.quarter_start
    group by caseload_quarter.quarter_start, caseload_quarter.quarter_end, grouping sets (
        (case_move.region, case_move.move),
        (case_move.region),
        (case_move.provider_left, case_move.move),
        (case_move.provider_left),
        (case_move.move),
        ()
    )
),

judged as (
    select
        counted.*,
        is_small(counted.moves, method.smallest_count) as is_few_moves,
        is_small(counted.risk_higher, method.smallest_count) as is_few_higher
    from counted
    cross join method
)

select
    quarter_start,
    quarter_end,
    geography_type,
    geography_code,
    breakdown,
    category,
    case when not is_few_moves then moves end as moves,
    case when not is_few_higher then risk_higher end as risk_higher,
    count_status(is_few_moves or is_few_higher) as count_status
from judged
order by quarter_start, geography_type, geography_code, breakdown, category
