-- table: iom_cohort
-- mart: published
-- grain: one row per cohort, geography and criterion or total
-- reads: iom_total, cohort_status, method
-- why: METHOD 10: the people of integrated offender management and how many reoffended, with METHOD 9's
--      primary thresholds
with judged as (
    select
        iom_total.*,
        cohort_status.cohort_end,
        cohort_status.cohort_status,
        is_small(iom_total.offenders, method.smallest_count) as is_few_offenders,
        effective_size(
            iom_total.offenders, iom_total.reoffenders, iom_total.pairs,
            iom_total.reoffenders_of_pairs, iom_total.reoffending_pairs
        ) as effective_offenders,
        is_small(iom_total.persons, method.smallest_count) as is_few_persons,
        is_small(iom_total.reoffenders, method.smallest_count) as is_few_reoffenders,
        is_small(iom_total.reoffences, method.smallest_count) as is_few_reoffences,
        iom_total.offenders < method.minimum_offenders as is_too_few,
        method.z,
        method.measure,
        method.score
    from iom_total
    cross join method
    inner join cohort_status
        on iom_total.cohort_window = cohort_status.cohort_window
            and iom_total.cohort_start = cohort_status.cohort_start
),

status as (
    select
        *,
        count_status(
            is_few_offenders or is_few_persons or is_few_reoffenders or is_few_reoffences
        ) as count_status,
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
    status.breakdown,
    status.category,
    case when not status.is_few_offenders then status.offenders end as offenders,
    case when not status.is_few_persons then status.persons end as persons,
    case when not status.is_few_reoffenders then status.reoffenders end as reoffenders,
    case when not status.is_few_reoffences then status.reoffences end as reoffences,
    case
        when status.rate_status = 'ok' then ratio(status.reoffenders, status.offenders)
    end as reoffending_rate,
    case
        when status.rate_status = 'ok'
            then wilson_lower(
                ratio(status.reoffenders, status.offenders), status.effective_offenders, status.z
            )
    end as rate_lower,
    case
        when status.rate_status = 'ok'
            then wilson_upper(
                ratio(status.reoffenders, status.offenders), status.effective_offenders, status.z
            )
    end as rate_upper,
    status.count_status,
    status.rate_status,
    status.measure,
    status.score
from status
order by cohort_window, cohort_start, geography_type, geography_code, breakdown, category
