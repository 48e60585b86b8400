-- table: completion_curve
-- mart: published
-- grain: one row per month after a cohort's end, from 0 until a cohort is final
-- reads: quarter_age, reported_cell, proof_cell, method_observed_month, method
-- why: how much of a quarter's reoffending is proven by each month: the latest final cohorts of the
--      nation together, which is what interim figures are projected by
with latest as (
    select cohort_start, row_number() over (order by cohort_start desc) as place
    from quarter_age
    where cohort_status = 'final'
),

pool as (
    select l.cohort_start, c.offenders
    from latest as l
    cross join method as m
    inner join reported_cell as c
        on l.cohort_start = c.cohort_start and c.cohort_window = 'quarter'
            and c.geography_type = 'national' and c.breakdown = 'total'
    where l.place <= m.projection_cohorts
),

pooled as (
    select
        count(*) as cohorts,
        min(cohort_start) as cohort_from,
        max(cohort_start) as cohort_to,
        cast(sum(offenders) as bigint) as offenders
    from pool
),

proven as (
    select k.month, sum(k.reoffenders) as reoffenders, sum(k.reoffences) as reoffences
    from proof_cell as k
    semi join pool as p on k.cohort_start = p.cohort_start
    where k.geography_type = 'national'
    group by k.month
),

by_month as (
    select
        n.month,
        cast(coalesce(sum(p.reoffenders) filter (where p.month <= n.month), 0) as bigint)
            as reoffenders,
        cast(coalesce(sum(p.reoffences) filter (where p.month <= n.month), 0) as bigint)
            as reoffences,
        cast(coalesce(sum(p.reoffenders), 0) as bigint) as all_reoffenders,
        cast(coalesce(sum(p.reoffences), 0) as bigint) as all_reoffences
    from method_observed_month as n
    left join proven as p on true
    group by n.month
),

judged as (
    select
        b.*,
        c.*,
        is_small(c.offenders, m.smallest_count) as is_few_offenders,
        is_small(b.reoffenders, m.smallest_count) as is_few_reoffenders,
        is_small(b.reoffences, m.smallest_count) as is_few_reoffences,
        rate_status(
            c.offenders < m.minimum_offenders,
            is_small(b.reoffenders, m.smallest_count) or is_small(b.reoffences, m.smallest_count)
        ) as rate_status
    from by_month as b
    cross join pooled as c
    cross join method as m
    where c.cohorts > 0
)

select
    month,
    cohort_from,
    cohort_to,
    cast(cohorts as bigint) as cohorts,
    case when not is_few_offenders then offenders end as offenders,
    case when not is_few_reoffenders then reoffenders end as reoffenders,
    case when not is_few_reoffences then reoffences end as reoffences,
    case when rate_status = 'ok' then ratio(reoffenders, offenders) end as reoffending_rate,
    case when rate_status = 'ok' then ratio(reoffenders, all_reoffenders) end as completion,
    case when rate_status = 'ok' then ratio(reoffences, all_reoffences) end as reoffence_completion,
    count_status(is_few_offenders or is_few_reoffenders or is_few_reoffences) as count_status,
    rate_status,
    m.measure
from judged
cross join method as m
order by month
