-- table: reoffending_rate
-- mart: restricted
-- grain: one row per cohort, geography and category of a breakdown
-- reads: reported_cell, cohort_status, method
-- why: METHOD 4: every measure of every cell, before disclosure control
select
    c.cohort_window,
    c.cohort_start,
    s.cohort_end,
    s.cohort_status,
    ratio(c.observed, c.offenders) as share_observed,
    c.geography_type,
    c.geography_code,
    c.breakdown,
    c.category,
    c.offenders,
    c.reoffenders,
    c.reoffences,
    ratio(c.previous_offences, c.offenders) as mean_previous_offences,
    ratio(c.reoffenders, c.offenders) as reoffending_rate,
    wilson_lower(c.reoffenders, c.offenders, m.z) as rate_lower,
    wilson_upper(c.reoffenders, c.offenders, m.z) as rate_upper,
    ratio(c.reoffences, c.reoffenders) as reoffences_per_reoffender,
    ratio(c.reoffences, c.offenders) as reoffences_per_offender,
    ratio(c.one_year_billionths, c.scored) / 1e9 as expected_rate,
    c.reoffence_events,
    ratio(c.reoffence_events, c.offenders) as reoffence_events_per_offender,
    m.measure
from reported_cell as c
cross join method as m
inner join cohort_status as s
    on c.cohort_window = s.cohort_window and c.cohort_start = s.cohort_start
order by
    c.cohort_window, c.cohort_start, c.geography_type, c.geography_code, c.breakdown, c.category
