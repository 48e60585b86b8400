-- table: contact_cell
-- grain: one row per quarter, geography and category of a breakdown
-- reads: case_month, supervised_case, method
-- why: METHOD 10: case by case first, since the limit of video and one officer for all of it are of a
--      case; then by place
with by_case as (
    select
        case_no,
        quarter_start,
        quarter_end,
        count(*) as months_due,
        count(*) filter (where face_to_face > 0) as months_met,
        sum(contacts) as contacts,
        sum(kept) as kept,
        sum(home_visits) as home_visits,
        sum(video) as video,
        sum(with_officer) as with_officer,
        min(first_officer) = max(last_officer) as is_one_officer
    from case_month
    group by case_no, quarter_start, quarter_end
),

by_breakdown as (
    select *
    from (
        select
            by_case.*,
            100 * by_case.video > method.video_percent * by_case.kept as is_over_video_limit,
            supervised_case.region,
            supervised_case.provider,
            supervised_case.delivery_unit,
            supervised_case.sentence_type,
            supervised_case.risk_of_harm,
            'EW' as national,
            'total' as total
        from by_case
        cross join method
        inner join supervised_case on by_case.case_no = supervised_case.case_no
    ) as placed
    unpivot (
        category for breakdown in (total, sentence_type, risk_of_harm)
    )
)

select
    quarter_start,
    quarter_end,
    geography_type,
    geography_code,
    breakdown,
    category,
    cast(count(*) as bigint) as cases,
    cast(sum(months_due) as bigint) as months_due,
    cast(sum(months_met) as bigint) as months_met,
    cast(sum(contacts) as bigint) as contacts,
    cast(sum(kept) as bigint) as kept,
    cast(sum(home_visits) as bigint) as home_visits,
    cast(sum(video) as bigint) as video,
    cast(count(*) filter (where kept > 0) as bigint) as cases_seen,
    cast(count(*) filter (where is_over_video_limit) as bigint) as over_video_limit,
    cast(count(*) filter (where with_officer > 1) as bigint) as cases_seen_twice,
    cast(count(*) filter (where with_officer > 1 and is_one_officer) as bigint) as one_officer
from by_breakdown
unpivot (
    geography_code for geography_type in (national, region, provider, delivery_unit)
)
group by quarter_start, quarter_end, geography_type, geography_code, breakdown, category
