-- table: contact_standard
-- mart: published
-- grain: one row per quarter, geography and category of a breakdown
-- reads: contact_cell, method
-- why: METHOD 10 with METHOD 9's primary thresholds: small counts are withheld, and a share needs enough
--      cases
with judged as (
    select
        contact_cell.*,
        is_small(cases, method.smallest_count) as is_few_cases,
        is_small(months_due, method.smallest_count) as is_few_months,
        is_small(months_met, method.smallest_count) as is_few_met,
        is_small(contacts, method.smallest_count) as is_few_contacts,
        is_small(kept, method.smallest_count) as is_few_kept,
        is_small(home_visits, method.smallest_count) as is_few_home,
        is_small(video, method.smallest_count) as is_few_video,
        is_small(cases_seen, method.smallest_count) as is_few_seen,
        is_small(over_video_limit, method.smallest_count) as is_few_over_limit,
        is_small(cases_seen_twice, method.smallest_count) as is_few_twice,
        is_small(one_officer, method.smallest_count) as is_few_one_officer,
        cases < method.minimum_offenders as is_too_few,
        cases_seen_twice < method.minimum_offenders as is_too_few_twice
    from contact_cell
    cross join method
),

status as (
    select
        *,
        count_status(
            is_few_cases or is_few_months or is_few_met or is_few_contacts or is_few_kept
            or is_few_home or is_few_video or is_few_seen or is_few_over_limit or is_few_twice
            or is_few_one_officer
        ) as count_status,
        rate_status(is_too_few, is_few_met) as rate_status,
        case
            when cases_seen_twice = 0 then 'not_applicable'
            else rate_status(is_too_few_twice, is_few_one_officer)
        end as continuity_status
    from judged
)

select
    quarter_start,
    quarter_end,
    geography_type,
    geography_code,
    breakdown,
    category,
    case when not is_few_cases then cases end as cases,
    case when not is_few_months then months_due end as months_due,
    case when not is_few_met then months_met end as months_met,
    case when rate_status = 'ok' then ratio(months_met, months_due) end as share_months_met,
    case when not is_few_contacts then contacts end as contacts,
    case when not is_few_kept then kept end as kept,
    case when not is_few_home then home_visits end as home_visits,
    case when not is_few_video then video end as video,
    case when not is_few_seen then cases_seen end as cases_seen,
    case when not is_few_over_limit then over_video_limit end as over_video_limit,
    case when not is_few_twice then cases_seen_twice end as cases_seen_twice,
    case when not is_few_one_officer then one_officer end as one_officer,
    case when continuity_status = 'ok' then ratio(one_officer, cases_seen_twice) end
        as share_one_officer,
    count_status,
    rate_status,
    continuity_status
from status
order by quarter_start, geography_type, geography_code, breakdown, category
