-- table: segment_profile
-- mart: published
-- grain: one row per cohort, region or nation, segment and band of risk that has members
-- reads: segment_total, cohort_status, method
-- why: METHOD 10: how large each segment is at each level of risk, and how it fares, with METHOD 9's
--      primary thresholds
with judged as (
    select
        segment_total.*,
        cohort_status.cohort_end,
        cohort_status.cohort_status,
        cast(sum(segment_total.offenders) over (
            partition by segment_total.cohort_window, segment_total.cohort_start,
                segment_total.geography_type, segment_total.geography_code
        ) as bigint) as everybody,
        is_small(segment_total.offenders, method.smallest_count) as is_few_offenders,
        is_small(segment_total.reoffenders, method.smallest_count) as is_few_reoffenders,
        is_small(segment_total.reoffences, method.smallest_count) as is_few_reoffences,
        segment_total.offenders < method.minimum_offenders as is_too_few
    from segment_total
    cross join method
    inner join cohort_status
        on segment_total.cohort_window = cohort_status.cohort_window
            and segment_total.cohort_start = cohort_status.cohort_start
),

status as (
    select
        *,
        count_status(is_few_offenders or is_few_reoffenders or is_few_reoffences) as count_status,
        once_observed(
            cohort_status, rate_status(is_too_few, is_few_reoffenders or is_few_reoffences)
        ) as rate_status
    from judged
)

select
    status.cohort_window,
    status.cohort_start,
    status.cohort_end,
    status.cohort_status,
    case
        when not status.is_few_offenders then ratio(status.observed, status.offenders)
    end as share_observed,
    status.geography_type,
    status.geography_code,
    status.segment,
    status.ogrs_band,
    case when not status.is_few_offenders then status.offenders end as offenders,
    case when not status.is_few_reoffenders then status.reoffenders end as reoffenders,
    case when not status.is_few_reoffences then status.reoffences end as reoffences,
    case
        when not status.is_few_offenders then ratio(status.offenders, status.everybody)
    end as share_of_offenders,
    case
        when status.rate_status = 'ok' then ratio(status.reoffenders, status.offenders)
    end as reoffending_rate,
    case when status.rate_status = 'ok' then ratio(status.reoffences, status.reoffenders) end
        as reoffences_per_reoffender,
    case when not status.is_too_few then ratio(status.one_year_billionths, status.scored) / 1e9 end
        as expected_rate,
    status.count_status,
    status.rate_status,
    method.measure,
    method.score
from status
cross join method
order by cohort_window, cohort_start, geography_type, geography_code, segment, ogrs_band
