-- By cohort: the national total in two versions, and in how many rows of smaller places they differ.
with pair as (
    select
        coalesce(b.cohort_window, n.cohort_window) as cohort_window,
        coalesce(b.cohort_start, n.cohort_start) as cohort_start,
        coalesce(b.geography_type, n.geography_type) as geography_type,
        coalesce(b.breakdown, n.breakdown) as breakdown,
        b.cohort_start is not null as is_before,
        n.cohort_start is not null as is_now,
        b.offenders as offenders_before, n.offenders as offenders_now,
        b.reoffenders as reoffenders_before, n.reoffenders as reoffenders_now,
        b.reoffending_rate as rate_before, n.reoffending_rate as rate_now,
        b.cohort_start is null or n.cohort_start is null
            or b.cohort_status is distinct from n.cohort_status
            or b.offenders is distinct from n.offenders
            or b.reoffenders is distinct from n.reoffenders
            or b.reoffences is distinct from n.reoffences
            or b.reoffending_rate is distinct from n.reoffending_rate
            or b.count_status is distinct from n.count_status
            or b.rate_status is distinct from n.rate_status as is_other
    from before_rate as b
    full outer join now_rate as n
        on b.cohort_window = n.cohort_window and b.cohort_start = n.cohort_start
        and b.geography_type = n.geography_type and b.geography_code = n.geography_code
        and b.breakdown = n.breakdown and b.category = n.category
)

select
    cohort_window,
    cohort_start,
    max(case when is_before then 1 else 0 end) as was_there,
    max(case when is_now then 1 else 0 end) as is_there,
    max(case when geography_type = 'national' and breakdown = 'total' then offenders_before end) as offenders_before,
    max(case when geography_type = 'national' and breakdown = 'total' then offenders_now end) as offenders_now,
    max(case when geography_type = 'national' and breakdown = 'total' then reoffenders_before end) as reoffenders_before,
    max(case when geography_type = 'national' and breakdown = 'total' then reoffenders_now end) as reoffenders_now,
    max(case when geography_type = 'national' and breakdown = 'total' then rate_before end) as rate_before,
    max(case when geography_type = 'national' and breakdown = 'total' then rate_now end) as rate_now,
    cast(sum(case when is_other and geography_type = 'national' then 1 else 0 end) as bigint) as national_rows_changed,
    cast(sum(case when is_other and geography_type <> 'national' then 1 else 0 end) as bigint) as local_rows_changed
from pair
group by cohort_window, cohort_start
order by cohort_window, cohort_start
