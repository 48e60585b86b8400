-- Cohorts that are final now and were final in the version before, with enough offenders in both: how
-- many there are by window and kind of area, and the one whose rate moved most.
with both_final as (
    select
        n.cohort_window,
        n.geography_type,
        n.cohort_start,
        n.geography_code,
        n.reoffending_rate as rate_now,
        p.reoffending_rate as rate_before
    from judged_rate as n
    inner join past_rate as p
        on
            n.cohort_window = p.cohort_window
            and n.cohort_start = p.cohort_start
            and n.geography_type = p.geography_type
            and n.geography_code = p.geography_code
            and n.breakdown = p.breakdown
            and n.category = p.category
    cross join guard_limit as g
    where
        n.breakdown = 'total'
        and n.geography_type in ('national', 'region')
        and n.cohort_status = 'final'
        and p.cohort_status = 'final'
        and n.offenders >= g.minimum_offenders
        and p.offenders >= g.minimum_offenders
        and n.reoffending_rate is not null
        and p.reoffending_rate is not null
),

ranked as (
    select
        *,
        count(*) over (partition by cohort_window, geography_type) as cohorts,
        row_number() over (
            partition by cohort_window, geography_type
            order by abs(rate_now - rate_before) desc, cohort_start desc, geography_code
        ) as place
    from both_final
)

select
    cohort_window,
    geography_type,
    cast(cohorts as bigint) as cohorts,
    cohort_start,
    geography_code,
    rate_now,
    rate_before
from ranked
where place = 1
order by cohort_window, geography_type
