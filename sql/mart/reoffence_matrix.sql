-- table: reoffence_matrix
-- mart: published
-- grain: one row per cohort, index offence group and reoffence offence group that occurred
-- reads: matrix_cell, reported_cell, cohort_status, method
-- why: members of the index group who reoffended in the other group at least once, and how often
with judged as (
    select
        c.*,
        g.offenders,
        g.observed,
        is_small(g.offenders, m.smallest_count) as is_few_offenders,
        is_small(c.reoffenders, m.smallest_count) as is_few_reoffenders,
        is_small(c.reoffences, m.smallest_count) as is_few_reoffences,
        g.offenders < m.minimum_offenders as is_too_few,
        m.measure
    from matrix_cell as c
    cross join method as m
    inner join reported_cell as g
        on c.cohort_window = g.cohort_window and c.cohort_start = g.cohort_start
            and g.geography_type = 'national' and g.breakdown = 'index_offence_group'
            and c.index_offence_group = g.category
)

select
    j.cohort_window,
    j.cohort_start,
    s.cohort_end,
    s.cohort_status,
    case when not j.is_few_offenders then ratio(j.observed, j.offenders) end as share_observed,
    j.index_offence_group,
    j.reoffence_offence_group,
    case when not j.is_few_offenders then j.offenders end as offenders,
    case when not j.is_few_reoffenders then j.reoffenders end as reoffenders,
    case when not j.is_few_reoffences then j.reoffences end as reoffences,
    case
        when not (j.is_too_few or j.is_few_reoffenders) then ratio(j.reoffenders, j.offenders)
    end as share_reoffended,
    count_status(j.is_few_offenders or j.is_few_reoffenders) as count_status,
    rate_status(j.is_too_few, j.is_few_reoffenders) as rate_status,
    j.measure
from judged as j
inner join cohort_status as s
    on j.cohort_window = s.cohort_window and j.cohort_start = s.cohort_start
order by cohort_window, cohort_start, index_offence_group, reoffence_offence_group
