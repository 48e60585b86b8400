-- Cohorts that are final now and were final in the version before, with enough offenders in both: how
-- many there are by window and kind of area, and the one whose rate moved most.
with both_final as (
    select
        later.cohort_window as cohort_window,
        later.geography_type as geography_type,
        later.cohort_start as cohort_start,
        later.geography_code as geography_code,
        later.reoffending_rate as rate_now,
        earlier.reoffending_rate as rate_before
    from row_pair(
        'reoffending_rate',
        [
            'cohort_window', 'cohort_start', 'geography_type', 'geography_code', 'breakdown',
            'category'
        ],
        ['reoffending_rate']
    )
    cross join guard_limit as g
    where
        later.breakdown = 'total'
        and later.geography_type in ('national', 'region')
        and later.cohort_status = 'final'
        and earlier.cohort_status = 'final'
        and later.offenders >= g.minimum_offenders
        and earlier.offenders >= g.minimum_offenders
        and later.reoffending_rate is not null
        and earlier.reoffending_rate is not null
),

ranked as (
    select
        *,
        count(*) over (partition by cohort_window, geography_type) as cohorts,
        row_number() over (
            partition by cohort_window, geography_type
            order by abs(rate_now - rate_before) desc, cohort_start desc, geography_code
        ) as size_rank
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
where size_rank = 1
order by cohort_window, geography_type
