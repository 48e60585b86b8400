-- table: segment_profile
-- mart: published
-- grain: one row per cohort, region or nation, segment and OGRS3 band that has members
-- reads: segment_cell, cohort_basis, cohort_status, method
-- why: METHOD 10: how large each segment is at each level of risk, and how it fares, with METHOD 9's
--      primary thresholds
with reported as (
    select
        w.cohort_window,
        w.cohort_start,
        case when grouping(c.region) = 0 then 'region' else 'national' end as geography_type,
        coalesce(c.region, 'EW') as geography_code,
        c.segment,
        c.ogrs_band,
        cast(sum(c.offenders) as bigint) as offenders,
        cast(sum(c.reoffenders) as bigint) as reoffenders,
        cast(sum(c.reoffences) as bigint) as reoffences,
        cast(sum(c.scored) as bigint) as scored,
        cast(sum(c.one_year_billionths) as bigint) as one_year_billionths,
        cast(sum(c.observed) as bigint) as observed
    from cohort_basis as w
    inner join segment_cell as c
        on w.basis_window = c.cohort_window and w.basis_start = c.cohort_start
    group by w.cohort_window, w.cohort_start, c.segment, c.ogrs_band, grouping sets ((c.region), ())
),

judged as (
    select
        r.*,
        cast(sum(r.offenders) over (
            partition by r.cohort_window, r.cohort_start, r.geography_type, r.geography_code
        ) as bigint) as everybody,
        is_small(r.offenders, m.smallest_count) as is_few_offenders,
        is_small(r.reoffenders, m.smallest_count) as is_few_reoffenders,
        is_small(r.reoffences, m.smallest_count) as is_few_reoffences,
        r.offenders < m.minimum_offenders as is_too_few
    from reported as r
    cross join method as m
),

status as (
    select
        *,
        count_status(is_few_offenders or is_few_reoffenders or is_few_reoffences) as count_status,
        rate_status(is_too_few, is_few_reoffenders or is_few_reoffences) as rate_status
    from judged
)

select
    j.cohort_window,
    j.cohort_start,
    s.cohort_end,
    s.cohort_status,
    case when not j.is_few_offenders then ratio(j.observed, j.offenders) end as share_observed,
    j.geography_type,
    j.geography_code,
    j.segment,
    j.ogrs_band,
    case when not j.is_few_offenders then j.offenders end as offenders,
    case when not j.is_few_reoffenders then j.reoffenders end as reoffenders,
    case when not j.is_few_reoffences then j.reoffences end as reoffences,
    case when not j.is_few_offenders then ratio(j.offenders, j.everybody) end as share_of_offenders,
    case when j.rate_status = 'ok' then ratio(j.reoffenders, j.offenders) end as reoffending_rate,
    case when j.rate_status = 'ok' then ratio(j.reoffences, j.reoffenders) end
        as reoffences_per_reoffender,
    case when not j.is_too_few then ratio(j.one_year_billionths, j.scored) / 1e9 end
        as expected_rate,
    j.count_status,
    j.rate_status,
    m.measure
from status as j
cross join method as m
inner join cohort_status as s
    on j.cohort_window = s.cohort_window and j.cohort_start = s.cohort_start
order by cohort_window, cohort_start, geography_type, geography_code, segment, ogrs_band
