-- table: segment_need
-- mart: published
-- grain: one row per cohort, region or nation, segment, band of risk and need that somebody was assessed
--        for
-- reads: segment_need_cell, segment_total, cohort_basis, cohort_status, method
-- why: METHOD 10: how common each need is in each segment at each level of risk, and how many of those
--      who have it reoffend, with METHOD 9's primary thresholds
with reported as (
    select
        cohort_basis.cohort_window,
        cohort_basis.cohort_start,
        case when grouping(cell.region) = 0 then 'region' else 'national' end as geography_type,
        coalesce(cell.region, 'EW') as geography_code,
        cell.segment,
        cell.ogrs_band,
        cell.need,
        cast(sum(cell.assessed) as bigint) as assessed,
        cast(sum(cell.with_need) as bigint) as with_need,
        cast(sum(cell.with_significant_need) as bigint) as with_significant_need,
        cast(sum(cell.reoffenders) as bigint) as reoffenders
    from cohort_basis
    inner join segment_need_cell as cell
        on cohort_basis.basis_window = cell.cohort_window
            and cohort_basis.basis_start = cell.cohort_start
    group by cohort_basis.cohort_window, cohort_basis.cohort_start, cell.segment, cell.ogrs_band,
        cell.need, grouping sets ((cell.region), ())
),

judged as (
    select
        reported.*,
        cohort_status.cohort_end,
        cohort_status.cohort_status,
        segment_total.offenders,
        segment_total.observed,
        is_small(segment_total.offenders, method.smallest_count) as is_few_offenders,
        is_small(reported.assessed, method.smallest_count) as is_few_assessed,
        is_small(reported.with_need, method.smallest_count) as is_few_with_need,
        is_small(reported.with_significant_need, method.smallest_count) as is_few_significant,
        is_small(reported.reoffenders, method.smallest_count) as is_few_reoffenders,
        reported.with_need < method.minimum_offenders as is_too_few,
        method.measure,
        method.score
    from reported
    cross join method
    inner join cohort_status using (cohort_window, cohort_start)
    inner join segment_total
        using (
            cohort_window, cohort_start, geography_type, geography_code, segment, ogrs_band
        )
),

status as (
    select
        *,
        count_status(
            is_few_offenders or is_few_assessed or is_few_with_need or is_few_significant
                or is_few_reoffenders
        ) as count_status,
        once_observed(cohort_status, rate_status(is_too_few, is_few_reoffenders)) as rate_status
    from judged
)

select
    cohort_window,
    cohort_start,
    cohort_end,
    cohort_status,
    case when not is_few_offenders then ratio(observed, offenders) end as share_observed,
    geography_type,
    geography_code,
    segment,
    ogrs_band,
    need,
    case when not is_few_offenders then offenders end as offenders,
    case when not is_few_assessed then assessed end as assessed,
    case when not is_few_with_need then with_need end as with_need,
    case when not is_few_significant then with_significant_need end as with_significant_need,
    case when not is_few_reoffenders then reoffenders end as reoffenders,
    case when not is_few_offenders and not is_few_assessed then ratio(assessed, offenders) end
        as share_assessed,
    case when not is_few_assessed and not is_few_with_need then ratio(with_need, assessed) end
        as share_with_need,
    case
        when not is_few_assessed and not is_few_significant
            then ratio(with_significant_need, assessed)
    end as share_with_significant_need,
    case when rate_status = 'ok' then ratio(reoffenders, with_need) end as reoffending_rate,
    count_status,
    rate_status,
    measure,
    score
from status
order by cohort_window, cohort_start, geography_type, geography_code, segment, ogrs_band, need
