-- table: segment_profile
-- mart: published
-- grain: one row per cohort, region or nation, segment and band of risk that has members
-- reads: segment_cell, cohort_basis, cohort_status, method
-- why: METHOD 10: how large each segment is at each level of risk, and how it fares, with METHOD 9's
--      primary thresholds
with reported as (
    select
        cohort_basis.cohort_window,
        cohort_basis.cohort_start,
        case
            when grouping(segment_cell.region) = 0 then 'region'
            else 'national'
        end as geography_type,
        coalesce(segment_cell.region, 'EW') as geography_code,
        segment_cell.segment,
        segment_cell.ogrs_band,
        cast(sum(segment_cell.offenders) as bigint) as offenders,
        cast(sum(segment_cell.reoffenders) as bigint) as reoffenders,
        cast(sum(segment_cell.reoffences) as bigint) as reoffences,
        cast(sum(segment_cell.scored) as bigint) as scored,
        cast(sum(segment_cell.one_year_billionths) as bigint) as one_year_billionths,
        cast(sum(segment_cell.observed) as bigint) as observed
    from cohort_basis
    inner join segment_cell
        on cohort_basis.basis_window = segment_cell.cohort_window
            and cohort_basis.basis_start = segment_cell.cohort_start
    group by cohort_basis.cohort_window, cohort_basis.cohort_start, segment_cell.segment,
        segment_cell.ogrs_band, grouping sets ((segment_cell.region), ())
),

judged as (
    select
        reported.*,
        cohort_status.cohort_end,
        cohort_status.cohort_status,
        cast(sum(reported.offenders) over (
            partition by reported.cohort_window, reported.cohort_start, reported.geography_type,
                reported.geography_code
        ) as bigint) as everybody,
        is_small(reported.offenders, method.smallest_count) as is_few_offenders,
        is_small(reported.reoffenders, method.smallest_count) as is_few_reoffenders,
        is_small(reported.reoffences, method.smallest_count) as is_few_reoffences,
        reported.offenders < method.minimum_offenders as is_too_few
    from reported
    cross join method
    inner join cohort_status
        on reported.cohort_window = cohort_status.cohort_window
            and reported.cohort_start = cohort_status.cohort_start
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
