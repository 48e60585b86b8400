-- The cells of one version that mix and rates are judged by. Mix: the newest cohort of each window
-- that ended long enough before its snapshot for convictions to have come in. Rates: the newest
-- final one. Regions are a breakdown of the nation.
with newest as (
    select
        j.cohort_window,
        max(case when j.cohort_end <= l.settled_by then j.cohort_start end) as settled_start,
        max(case when j.cohort_status = 'final' then j.cohort_start end) as final_start
    from judged_rate as j
    cross join guard_limit as l
    group by j.cohort_window
),

cell as (
    select
        'mix' as purpose,
        j.cohort_window,
        j.cohort_start,
        case when j.geography_type = 'region' then 'region' else j.breakdown end as breakdown,
        case when j.geography_type = 'region' then j.geography_code else j.category end as category,
        j.offenders,
        j.reoffenders,
        j.reoffending_rate,
        j.reoffences_per_reoffender
    from judged_rate as j
    inner join newest as n on j.cohort_window = n.cohort_window and j.cohort_start = n.settled_start
    where j.geography_type = 'national' or (j.geography_type = 'region' and j.breakdown = 'total')
    union all
    select
        'rate' as purpose,
        j.cohort_window,
        j.cohort_start,
        j.geography_type as breakdown,
        j.geography_code as category,
        j.offenders,
        j.reoffenders,
        j.reoffending_rate,
        j.reoffences_per_reoffender
    from judged_rate as j
    inner join newest as n on j.cohort_window = n.cohort_window and j.cohort_start = n.final_start
    where j.geography_type in ('national', 'region') and j.breakdown = 'total'
)

select
    purpose,
    cohort_window,
    cohort_start,
    breakdown,
    category,
    cast(offenders as bigint) as offenders,
    cast(reoffenders as bigint) as reoffenders,
    reoffending_rate,
    reoffences_per_reoffender
from cell
order by purpose, cohort_window, breakdown, category
