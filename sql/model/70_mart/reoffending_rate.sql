-- table: reoffending_rate
-- mart: restricted
-- grain: one row per cohort, geography and category of a breakdown
-- reads: reported_cell, repeat_cell, cohort_status, method
-- why: METHOD 4: every measure of every cell, before disclosure control; the interval at the size that
--      people who count more than once leave
with sized as (
    select
        reported_cell.*,
        reported_cell.offenders - coalesce(repeat_cell.repeats, 0) as persons,
        ratio(reported_cell.reoffenders, reported_cell.offenders) as reoffending_rate,
        effective_size(
            reported_cell.offenders, reported_cell.reoffenders, repeat_cell.pairs,
            repeat_cell.reoffenders_of_pairs, repeat_cell.reoffending_pairs
        ) as effective_offenders
    from reported_cell
    left join repeat_cell
        on reported_cell.cohort_window = repeat_cell.cohort_window
            and reported_cell.cohort_start = repeat_cell.cohort_start
            and reported_cell.geography_type = repeat_cell.geography_type
            and reported_cell.geography_code = repeat_cell.geography_code
            and reported_cell.breakdown = repeat_cell.breakdown
            and reported_cell.category = repeat_cell.category
)

select
    sized.cohort_window,
    sized.cohort_start,
    cohort_status.cohort_end,
    cohort_status.cohort_status,
    ratio(sized.observed, sized.offenders) as share_observed,
    sized.geography_type,
    sized.geography_code,
    sized.breakdown,
    sized.category,
    sized.offenders,
    sized.persons,
    sized.reoffenders,
    sized.reoffences,
    ratio(sized.previous_offences, sized.offenders) as mean_previous_offences,
    sized.reoffending_rate,
    wilson_lower(sized.reoffending_rate, sized.effective_offenders, method.z) as rate_lower,
    wilson_upper(sized.reoffending_rate, sized.effective_offenders, method.z) as rate_upper,
    ratio(sized.reoffences, sized.reoffenders) as reoffences_per_reoffender,
    ratio(sized.reoffences, sized.offenders) as reoffences_per_offender,
    ratio(sized.one_year_billionths, sized.scored) / 1e9 as expected_rate,
    sized.reoffence_events,
    ratio(sized.reoffence_events, sized.offenders) as reoffence_events_per_offender,
    method.measure,
    method.score
from sized
cross join method
inner join cohort_status
    on sized.cohort_window = cohort_status.cohort_window
        and sized.cohort_start = cohort_status.cohort_start
order by
    sized.cohort_window, sized.cohort_start, sized.geography_type, sized.geography_code,
        sized.breakdown, sized.category
