-- table: iom_cohort
-- mart: published
-- grain: one row per cohort, geography and criterion or total
-- reads: iom_total, cohort_status, method
-- why: METHOD 10: the people of integrated offender management and how many reoffended, with METHOD 9's
--      primary thresholds
with judged as (
    select
        t.*,
        is_small(t.offenders, m.smallest_count) as is_few_offenders,
        is_small(t.reoffenders, m.smallest_count) as is_few_reoffenders,
        is_small(t.reoffences, m.smallest_count) as is_few_reoffences,
        t.offenders < m.minimum_offenders as is_too_few,
        m.z,
        m.measure
    from iom_total as t
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
    t.cohort_window,
    t.cohort_start,
    s.cohort_end,
    s.cohort_status,
    case when not t.is_few_offenders then ratio(t.observed, t.offenders) end as share_observed,
    t.geography_type,
    t.geography_code,
    t.breakdown,
    t.category,
    case when not t.is_few_offenders then t.offenders end as offenders,
    case when not t.is_few_reoffenders then t.reoffenders end as reoffenders,
    case when not t.is_few_reoffences then t.reoffences end as reoffences,
    case when t.rate_status = 'ok' then ratio(t.reoffenders, t.offenders) end as reoffending_rate,
    case when t.rate_status = 'ok' then wilson_lower(t.reoffenders, t.offenders, t.z) end
        as rate_lower,
    case when t.rate_status = 'ok' then wilson_upper(t.reoffenders, t.offenders, t.z) end
        as rate_upper,
    t.count_status,
    t.rate_status,
    t.measure
from status as t
inner join cohort_status as s
    on t.cohort_window = s.cohort_window and t.cohort_start = s.cohort_start
order by cohort_window, cohort_start, geography_type, geography_code, breakdown, category
