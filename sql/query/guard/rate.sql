-- The newest final cohort now beside the newest final cohorts of the versions before, by window, the
-- nation and region: mean and standard deviation over versions, of those with enough offenders only.
with long as (
    select
        version, cohort_window, cohort_start, breakdown, category, offenders, reoffenders,
        'reoffending_rate' as measure, reoffending_rate as figure
    from guard_cell
    where purpose = 'rate'
    union all
    select
        version, cohort_window, cohort_start, breakdown, category, offenders, reoffenders,
        'reoffences_per_reoffender' as measure, reoffences_per_reoffender as figure
    from guard_cell
    where purpose = 'rate'
),

usable as (
    select l.*
    from long as l
    cross join guard_limit as g
    where l.figure is not null and l.offenders >= g.minimum_offenders
),

history as (
    select
        cohort_window,
        breakdown,
        category,
        measure,
        count(*) as versions,
        sum(figure) / count(*) as mean
    from usable
    where version > 0
    group by cohort_window, breakdown, category, measure
),

spread as (
    select
        u.cohort_window,
        u.breakdown,
        u.category,
        u.measure,
        sum((u.figure - h.mean) * (u.figure - h.mean)) as squares
    from usable as u
    inner join history as h
        on
            u.cohort_window = h.cohort_window
            and u.breakdown = h.breakdown
            and u.category = h.category
            and u.measure = h.measure
    where u.version > 0
    group by u.cohort_window, u.breakdown, u.category, u.measure
)

select
    l.cohort_window,
    l.cohort_start,
    l.breakdown,
    l.category,
    l.measure,
    l.offenders,
    l.reoffenders,
    u.figure,
    cast(coalesce(h.versions, 0) as int) as versions,
    h.mean,
    case when h.versions > 1 then sqrt(s.squares / (h.versions - 1)) else 0e0 end as deviation
from long as l
left join usable as u
    on
        l.version = u.version
        and l.cohort_window = u.cohort_window
        and l.breakdown = u.breakdown
        and l.category = u.category
        and l.measure = u.measure
left join history as h
    on
        l.cohort_window = h.cohort_window
        and l.breakdown = h.breakdown
        and l.category = h.category
        and l.measure = h.measure
left join spread as s
    on
        l.cohort_window = s.cohort_window
        and l.breakdown = s.breakdown
        and l.category = s.category
        and l.measure = s.measure
where l.version = 0
order by l.cohort_window, l.breakdown, l.category, l.measure
