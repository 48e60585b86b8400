-- By cohort: the national total in two versions, and in how many rows of the nation and of smaller
-- places they differ.
with rate_pair as (
    select
        coalesce(later.cohort_window, earlier.cohort_window) as cohort_window,
        coalesce(later.cohort_start, earlier.cohort_start) as cohort_start,
        coalesce(later.geography_type, earlier.geography_type) = 'national' as is_national,
        coalesce(later.breakdown, earlier.breakdown) = 'total' as is_total,
        earlier,
        later,
        was_there,
        is_there,
        is_changed or not was_there or not is_there as is_other
    from row_pair(
        'reoffending_rate',
        [
            'cohort_window', 'cohort_start', 'geography_type', 'geography_code', 'breakdown',
            'category'
        ],
        [
            'cohort_status', 'offenders', 'reoffenders', 'reoffences', 'reoffending_rate',
            'count_status', 'rate_status'
        ]
    )
)

select
    cohort_window,
    cohort_start,
    case
        when not bool_or(was_there) then 'NEW'
        when not bool_or(is_there) then 'GONE'
        when bool_or(is_other) then 'CHANGED'
        else 'SAME'
    end as kind,
    max(earlier.offenders) filter (where is_national and is_total) as offenders_before,
    max(later.offenders) filter (where is_national and is_total) as offenders_now,
    max(earlier.reoffenders) filter (where is_national and is_total) as reoffenders_before,
    max(later.reoffenders) filter (where is_national and is_total) as reoffenders_now,
    max(earlier.reoffending_rate) filter (where is_national and is_total) as rate_before,
    max(later.reoffending_rate) filter (where is_national and is_total) as rate_now,
    count(*) filter (where is_other and is_national) as national_rows_changed,
    count(*) filter (where is_other and not is_national) as local_rows_changed
from rate_pair
group by cohort_window, cohort_start
order by cohort_window, cohort_start
