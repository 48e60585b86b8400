-- table: completion_curve
-- mart: published
-- grain: one row per month after a cohort's end, from 0 until a cohort is final
-- reads: quarter_age, reported_cell, proof_cell, method_observed_month, method
-- why: METHOD 4: how much of a quarter's reoffending is proven by each month: the latest final
--      cohorts of the nation together, which is what interim figures are projected by
with latest as (
    select cohort_start, row_number() over (order by cohort_start desc) as rank_no
    from quarter_age
    where cohort_status = 'final'
),

pool as (
    select latest.cohort_start, reported_cell.offenders
    from latest
    cross join method
    inner join reported_cell
        on latest.cohort_start = reported_cell.cohort_start
            and reported_cell.cohort_window = 'quarter'
            and reported_cell.geography_type = 'national' and reported_cell.breakdown = 'total'
    where latest.rank_no <= method.projection_cohorts
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
    select proof_cell.month, sum(proof_cell.reoffenders) as reoffenders, sum(proof_cell.reoffences)
        as reoffences
    from proof_cell
    semi join pool on proof_cell.cohort_start = pool.cohort_start
    where proof_cell.geography_type = 'national'
    group by proof_cell.month
),

by_month as (
    select
        observed_month.month,
        cast(
            coalesce(sum(proven.reoffenders) filter (where proven.month <= observed_month.month), 0)
                as bigint
        ) as reoffenders,
        cast(
            coalesce(sum(proven.reoffences) filter (where proven.month <= observed_month.month), 0)
                as bigint
        ) as reoffences,
        cast(coalesce(sum(proven.reoffenders), 0) as bigint) as all_reoffenders,
        cast(coalesce(sum(proven.reoffences), 0) as bigint) as all_reoffences
    from method_observed_month as observed_month
    left join proven on true
    group by observed_month.month
),

judged as (
    select
        by_month.*,
        pooled.*,
        is_small(pooled.offenders, method.smallest_count) as is_few_offenders,
        is_small(by_month.reoffenders, method.smallest_count) as is_few_reoffenders,
        is_small(by_month.reoffences, method.smallest_count) as is_few_reoffences,
        rate_status(
            pooled.offenders < method.minimum_offenders,
            is_small(by_month.reoffenders, method.smallest_count)
                or is_small(by_month.reoffences, method.smallest_count)
        ) as rate_status
    from by_month
    cross join pooled
    cross join method
    where pooled.cohorts > 0
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
    method.measure
from judged
cross join method
order by month
