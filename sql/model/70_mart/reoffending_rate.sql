-- table: reoffending_rate
-- mart: restricted
-- grain: one row per cohort, geography and category of a breakdown
-- reads: reported_cell, repeat_cell, cohort_status, method
-- why: METHOD 4: every measure of every cell, before disclosure control; the interval at the size that
--      people who count more than once leave
select
    reported_cell.cohort_window,
    reported_cell.cohort_start,
    cohort_status.cohort_end,
    cohort_status.cohort_status,
    ratio(reported_cell.observed, reported_cell.offenders) as share_observed,
    reported_cell.geography_type,
    reported_cell.geography_code,
    reported_cell.breakdown,
    reported_cell.category,
    reported_cell.offenders,
    reported_cell.offenders - coalesce(repeat_cell.repeats, 0) as persons,
    reported_cell.reoffenders,
    reported_cell.reoffences,
    ratio(reported_cell.previous_offences, reported_cell.offenders) as mean_previous_offences,
    ratio(reported_cell.reoffenders, reported_cell.offenders) as reoffending_rate,
    wilson_lower(
        ratio(reported_cell.reoffenders, reported_cell.offenders),
        effective_size(
            reported_cell.offenders, reported_cell.reoffenders, repeat_cell.pairs,
            repeat_cell.reoffenders_of_pairs, repeat_cell.reoffending_pairs
        ),
        method.z
    ) as rate_lower,
    wilson_upper(
        ratio(reported_cell.reoffenders, reported_cell.offenders),
        effective_size(
            reported_cell.offenders, reported_cell.reoffenders, repeat_cell.pairs,
            repeat_cell.reoffenders_of_pairs, repeat_cell.reoffending_pairs
        ),
        method.z
    ) as rate_upper,
    ratio(reported_cell.reoffences, reported_cell.reoffenders) as reoffences_per_reoffender,
    ratio(reported_cell.reoffences, reported_cell.offenders) as reoffences_per_offender,
    ratio(reported_cell.one_year_billionths, reported_cell.scored) / 1e9 as expected_rate,
    reported_cell.reoffence_events,
    ratio(reported_cell.reoffence_events, reported_cell.offenders) as reoffence_events_per_offender,
    method.measure,
    method.score
from reported_cell
cross join method
inner join cohort_status
    on reported_cell.cohort_window = cohort_status.cohort_window
        and reported_cell.cohort_start = cohort_status.cohort_start
left join repeat_cell
    on reported_cell.cohort_window = repeat_cell.cohort_window
        and reported_cell.cohort_start = repeat_cell.cohort_start
        and reported_cell.geography_type = repeat_cell.geography_type
        and reported_cell.geography_code = repeat_cell.geography_code
        and reported_cell.breakdown = repeat_cell.breakdown
        and reported_cell.category = repeat_cell.category
order by
    reported_cell.cohort_window, reported_cell.cohort_start, reported_cell.geography_type,
        reported_cell.geography_code, reported_cell.breakdown, reported_cell.category
