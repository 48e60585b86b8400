-- table: projection
-- mart: published
-- grain: one row per quarter cohort that is not final, and nation, region or provider
-- reads: quarter_age, reported_cell, projected_cell, projection_error, method
-- why: METHOD 4: interim figures are low; what they are heading for, how far off such a projection
--      usually is, and the reason where there is none. METHOD 9's primary thresholds hold
with interim as (
    select
        q.cohort_end, q.cohort_status, q.age_months,
        c.cohort_start, c.geography_type, c.geography_code, c.observed,
        c.offenders, c.reoffenders, c.reoffences,
        p.known_reoffenders, p.known_reoffences, p.cohorts, p.completion, p.reoffence_completion,
        p.projected_rate, p.projected_frequency
    from quarter_age as q
    inner join reported_cell as c on q.cohort_start = c.cohort_start
    left join projected_cell as p
        on c.cohort_start = p.cohort_start and c.geography_type = p.geography_type
            and c.geography_code = p.geography_code and q.age_months = p.age_months
    where q.cohort_status <> 'final' and c.cohort_window = 'quarter' and c.breakdown = 'total'
        and c.geography_type in ('national', 'region', 'provider')
),

judged as (
    select
        i.*,
        is_small(i.offenders, m.smallest_count) as is_few_offenders,
        is_small(i.reoffenders, m.smallest_count) as is_few_reoffenders,
        is_small(i.reoffences, m.smallest_count) as is_few_reoffences,
        rate_status(
            i.offenders < m.minimum_offenders,
            is_small(i.reoffenders, m.smallest_count) or is_small(i.reoffences, m.smallest_count)
        ) as rate_status,
        case
            when i.age_months < 0 then 'not_ended'
            when i.offenders < m.minimum_offenders then 'too_few'
            when is_small(i.reoffenders, m.smallest_count)
                or is_small(i.reoffences, m.smallest_count)
                or is_small(i.known_reoffenders, m.smallest_count)
                or is_small(i.known_reoffences, m.smallest_count) then 'suppressed'
            when coalesce(i.cohorts, 0) < m.projection_minimum_cohorts then 'too_few_cohorts'
            when i.projected_rate is null then 'low_completion'
            else 'ok'
        end as projection_status
    from interim as i
    cross join method as m
)

select
    'quarter' as cohort_window,
    j.cohort_start,
    j.cohort_end,
    j.cohort_status,
    case when not j.is_few_offenders then ratio(j.observed, j.offenders) end as share_observed,
    j.geography_type,
    j.geography_code,
    j.age_months,
    case when not j.is_few_offenders then j.offenders end as offenders,
    case when not j.is_few_reoffenders then j.reoffenders end as reoffenders,
    case when not j.is_few_reoffences then j.reoffences end as reoffences,
    case when j.rate_status = 'ok' then ratio(j.reoffenders, j.offenders) end as interim_rate,
    case when j.rate_status = 'ok' then ratio(j.reoffences, j.reoffenders) end as interim_frequency,
    case when j.projection_status in ('ok', 'low_completion') then j.completion end as completion,
    case when j.projection_status in ('ok', 'low_completion') then j.reoffence_completion end
        as reoffence_completion,
    coalesce(j.cohorts, 0) as earlier_cohorts,
    case when j.projection_status = 'ok' then j.projected_rate end as projected_rate,
    case when j.projection_status = 'ok' then e.rate_error * 100e0 end as rate_error_points,
    case when j.projection_status = 'ok' then coalesce(e.rate_tests, 0) end as rate_tests,
    case when j.projection_status = 'ok' then j.projected_frequency end as projected_frequency,
    case when j.projection_status = 'ok' then e.frequency_error end as frequency_error,
    case when j.projection_status = 'ok' then coalesce(e.frequency_tests, 0) end as frequency_tests,
    count_status(j.is_few_offenders or j.is_few_reoffenders or j.is_few_reoffences) as count_status,
    j.rate_status,
    j.projection_status,
    m.measure
from judged as j
cross join method as m
left join projection_error as e
    on j.geography_type = e.geography_type and j.geography_code = e.geography_code
        and j.age_months = e.age_months
order by cohort_start, geography_type, geography_code
