-- table: projection
-- mart: published
-- grain: one row per quarter cohort that is not final, and nation, region or provider
-- reads: quarter_age, reported_cell, projected_cell, projection_error, method
-- why: METHOD 4: interim figures are low; what they are heading for, how far off such a projection
--      usually is, and the reason where there is none. METHOD 9's primary thresholds hold
with interim as (
    select
        quarter_age.cohort_end, quarter_age.cohort_status, quarter_age.age_months,
        reported_cell.cohort_start, reported_cell.geography_type, reported_cell.geography_code,
            reported_cell.observed,
        reported_cell.offenders, reported_cell.reoffenders, reported_cell.reoffences,
        projected_cell.known_reoffenders, projected_cell.known_reoffences, projected_cell.cohorts,
            projected_cell.completion, projected_cell.reoffence_completion,
        projected_cell.projected_rate, projected_cell.projected_frequency
    from quarter_age
    inner join reported_cell on quarter_age.cohort_start = reported_cell.cohort_start
    left join projected_cell
        on reported_cell.cohort_start = projected_cell.cohort_start
            and reported_cell.geography_type = projected_cell.geography_type
            and reported_cell.geography_code = projected_cell.geography_code
                and quarter_age.age_months = projected_cell.age_months
    where quarter_age.cohort_status <> 'final' and reported_cell.cohort_window = 'quarter'
        and reported_cell.breakdown = 'total'
        and reported_cell.geography_type in ('national', 'region', 'provider')
),

judged as (
    select
        interim.*,
        is_small(interim.offenders, method.smallest_count) as is_few_offenders,
        is_small(interim.reoffenders, method.smallest_count) as is_few_reoffenders,
        is_small(interim.reoffences, method.smallest_count) as is_few_reoffences,
        once_observed(
            interim.cohort_status,
            rate_status(
                interim.offenders < method.minimum_offenders,
                is_small(interim.reoffenders, method.smallest_count)
                    or is_small(interim.reoffences, method.smallest_count)
            )
        ) as rate_status,
        case
            when interim.age_months < 0 then 'not_ended'
            when interim.offenders < method.minimum_offenders then 'too_few'
            when is_small(interim.reoffenders, method.smallest_count)
                or is_small(interim.reoffences, method.smallest_count)
                or is_small(interim.known_reoffenders, method.smallest_count)
                or is_small(interim.known_reoffences, method.smallest_count) then 'suppressed'
            when coalesce(interim.cohorts, 0) < method.projection_minimum_cohorts
                then 'too_few_cohorts'
            when interim.projected_rate is null then 'low_completion'
            else 'ok'
        end as projection_status
    from interim
    cross join method
)

select
    'quarter' as cohort_window,
    judged.cohort_start,
    judged.cohort_end,
    judged.cohort_status,
    case
        when not judged.is_few_offenders then ratio(judged.observed, judged.offenders)
    end as share_observed,
    judged.geography_type,
    judged.geography_code,
    judged.age_months,
    case when not judged.is_few_offenders then judged.offenders end as offenders,
    case when not judged.is_few_reoffenders then judged.reoffenders end as reoffenders,
    case when not judged.is_few_reoffences then judged.reoffences end as reoffences,
    case
        when judged.rate_status = 'ok' then ratio(judged.reoffenders, judged.offenders)
    end as interim_rate,
    case
        when judged.rate_status = 'ok' then ratio(judged.reoffences, judged.reoffenders)
    end as interim_frequency,
    case
        when judged.projection_status in ('ok', 'low_completion') then judged.completion
    end as completion,
    case
        when judged.projection_status in ('ok', 'low_completion') then judged.reoffence_completion
    end as reoffence_completion,
    coalesce(judged.cohorts, 0) as earlier_cohorts,
    case when judged.projection_status = 'ok' then judged.projected_rate end as projected_rate,
    case
        when judged.projection_status = 'ok' then projection_error.rate_error * 100e0
    end as rate_error_points,
    case
        when judged.projection_status = 'ok' then coalesce(projection_error.rate_tests, 0)
    end as rate_tests,
    case
        when judged.projection_status = 'ok' then judged.projected_frequency
    end as projected_frequency,
    case
        when judged.projection_status = 'ok' then projection_error.frequency_error
    end as frequency_error,
    case
        when judged.projection_status = 'ok' then coalesce(projection_error.frequency_tests, 0)
    end as frequency_tests,
    count_status(judged.is_few_offenders or judged.is_few_reoffenders or judged.is_few_reoffences)
        as count_status,
    judged.rate_status,
    judged.projection_status,
    method.measure
from judged
cross join method
left join projection_error
    on judged.geography_type = projection_error.geography_type
        and judged.geography_code = projection_error.geography_code
        and judged.age_months = projection_error.age_months
order by cohort_start, geography_type, geography_code
