-- table: time_to_reoffence
-- mart: published
-- grain: one row per cohort, geography, index category or total, and month 0 to 12
-- reads: reported_time_cell, cohort_status, method_month, method
-- why: the share of members who have reoffended by each month, with METHOD 9's primary thresholds
with cell as (
    select
        cohort_window, cohort_start, geography_type, geography_code, breakdown, category,
        sum(offenders) as offenders,
        sum(observed) as observed
    from reported_time_cell
    group by cohort_window, cohort_start, geography_type, geography_code, breakdown, category
),

first_time as (
    select * from reported_time_cell where first_reoffence_month is not null
),

by_month as (
    select
        c.cohort_window, c.cohort_start, c.geography_type, c.geography_code, c.breakdown, c.category,
        n.month,
        cast(c.offenders as bigint) as offenders,
        cast(c.observed as bigint) as observed,
        cast(coalesce(sum(f.offenders), 0) as bigint) as reoffenders
    from cell as c
    cross join method_month as n
    left join first_time as f
        on c.cohort_window = f.cohort_window and c.cohort_start = f.cohort_start
            and c.geography_type = f.geography_type and c.geography_code = f.geography_code
            and c.breakdown = f.breakdown and c.category = f.category
            and f.first_reoffence_month <= n.month
    group by
        c.cohort_window, c.cohort_start, c.geography_type, c.geography_code, c.breakdown, c.category,
        n.month, c.offenders, c.observed
),

judged as (
    select
        b.*,
        is_small(b.offenders, m.smallest_count) as is_few_offenders,
        is_small(b.reoffenders, m.smallest_count) as is_few_reoffenders,
        b.offenders < m.minimum_offenders as is_too_few,
        m.measure
    from by_month as b
    cross join method as m
)

select
    j.cohort_window,
    j.cohort_start,
    s.cohort_end,
    s.cohort_status,
    case when not j.is_few_offenders then ratio(j.observed, j.offenders) end as share_observed,
    j.geography_type,
    j.geography_code,
    j.breakdown,
    j.category,
    j.month,
    case when not j.is_few_offenders then j.offenders end as offenders,
    case when not j.is_few_reoffenders then j.reoffenders end as reoffenders,
    case
        when not (j.is_too_few or j.is_few_reoffenders) then ratio(j.reoffenders, j.offenders)
    end as share_reoffended,
    count_status(j.is_few_offenders or j.is_few_reoffenders) as count_status,
    rate_status(j.is_too_few, j.is_few_reoffenders) as rate_status,
    j.measure
from judged as j
inner join cohort_status as s
    on j.cohort_window = s.cohort_window and j.cohort_start = s.cohort_start
order by
    cohort_window, cohort_start, geography_type, geography_code, breakdown, category, month
