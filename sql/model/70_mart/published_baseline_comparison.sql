-- table: published_baseline_comparison
-- mart: published baseline_comparison
-- grain: one row per baseline, cohort, geography and category
-- reads: comparison, method
-- why: METHOD 7 with METHOD 9's primary thresholds: too few people give no rate and no outcome, and a
--      small count is withheld with every figure that it could be worked out from
with judged as (
    select
        comparison.*,
        is_small(comparison.offenders, method.smallest_count) as is_few_offenders,
        is_small(comparison.persons, method.smallest_count) as is_few_persons,
        is_small(comparison.reoffenders, method.smallest_count) as is_few_reoffenders,
        is_small(comparison.reoffences, method.smallest_count) as is_few_reoffences,
        comparison.offenders < method.minimum_offenders as is_too_few,
        coalesce(
            comparison.baseline_offenders < method.minimum_offenders
                or is_small(comparison.baseline_reoffenders, method.smallest_count),
            false
        ) as is_baseline_too_few
    from comparison
    cross join method
),

status as (
    select
        *,
        count_status(
            is_few_offenders or is_few_persons or is_few_reoffenders or is_few_reoffences
        ) as count_status,
        once_observed(
            cohort_status,
            case
                when adjusted_rate is null and (offenders = 0 or not is_too_few)
                    then 'not_applicable'
                when is_too_few or is_baseline_too_few then 'too_few'
                when is_few_reoffenders or is_few_reoffences then 'suppressed'
                else 'ok'
            end
        ) as rate_status,
        -- A baseline that lacks something leaves the cohort's own figures.
        once_observed(
            cohort_status,
            rate_status(is_too_few, is_few_offenders or is_few_reoffenders or is_few_reoffences)
        ) as observed_status
    from judged
)

select
    baseline,
    baseline_version,
    baseline_hash,
    cohort_window,
    cohort_start,
    cohort_end,
    cohort_status,
    result,
    case when not is_few_offenders then share_observed end as share_observed,
    geography_type,
    geography_code,
    breakdown,
    category,
    case when not is_few_offenders then offenders end as offenders,
    case when not is_few_persons then persons end as persons,
    case when rate_status = 'ok' then effective_offenders end as effective_offenders,
    case when not is_few_reoffenders then reoffenders end as reoffenders,
    case when not is_few_reoffences then reoffences end as reoffences,
    case when observed_status = 'ok' then observed_rate end as observed_rate,
    case when not is_too_few then expected_rate end as expected_rate,
    case when rate_status = 'ok' then adjusted_rate end as adjusted_rate,
    case when not is_baseline_too_few then baseline_offenders end as baseline_offenders,
    case when not is_baseline_too_few then baseline_rate end as baseline_rate,
    case when not is_baseline_too_few then baseline_expected_rate end as baseline_expected_rate,
    case when rate_status = 'ok' then lower_limit end as lower_limit,
    case when rate_status = 'ok' then upper_limit end as upper_limit,
    limits,
    case when rate_status = 'ok' then outcome end as outcome,
    case when observed_status = 'ok' then observed_frequency end as observed_frequency,
    case when not is_baseline_too_few then baseline_frequency end as baseline_frequency,
    case when rate_status = 'ok' then reoffences_avoided_billionths / 1e9 end
        as reoffences_avoided,
    case when not is_baseline_too_few then baseline_reoffences_per_offender end
        as baseline_reoffences_per_offender,
    case when rate_status = 'ok' then reoffences_avoided_per_offender_billionths / 1e9 end
        as reoffences_avoided_per_offender,
    count_status,
    rate_status,
    case
        when reason is not null then reason
        when is_baseline_too_few then 'BASELINE_TOO_FEW'
        when rate_status <> 'ok' then 'SUPPRESSED'
    end as reason,
    case when not is_too_few and not is_baseline_too_few then warning end as warning,
    measure,
    score
from status
order by
    baseline, cohort_window, cohort_start, geography_type, geography_code, breakdown, category
