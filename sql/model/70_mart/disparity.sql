-- table: disparity
-- mart: published
-- grain: one row per cohort, place, and ethnicity, sex or age band
-- reads: disparity_pair, cohort_status, method
-- why: METHOD 10, "explain or reform": the group's rate by the largest group's, with an interval of
--      its logarithm, as observed and after what the score expects of either. METHOD 9's thresholds
--      hold for both groups
with judged as (
    select
        disparity_pair.*,
        method.z,
        cohort_status.cohort_end,
        cohort_status.cohort_status,
        disparity_pair.offenders < method.minimum_offenders as is_too_few,
        disparity_pair.category = disparity_pair.reference_category as is_reference,
        is_small(disparity_pair.offenders, method.smallest_count) as is_few_offenders,
        is_small(disparity_pair.reoffenders, method.smallest_count) as is_few_reoffenders,
        once_observed(
            cohort_status.cohort_status,
            rate_status(
                disparity_pair.offenders < method.minimum_offenders,
                is_small(disparity_pair.reoffenders, method.smallest_count)
            )
        ) as rate_status,
        case
            when disparity_pair.category = disparity_pair.reference_category then 'reference'
            when cohort_status.cohort_status = 'incomplete' then 'not_yet_observed'
            when least(
                disparity_pair.offenders, disparity_pair.reference_offenders
            ) < method.minimum_offenders then 'too_few'
            when is_small(disparity_pair.reoffenders, method.smallest_count)
                or is_small(
                    disparity_pair.reference_reoffenders, method.smallest_count
                ) then 'suppressed'
            when disparity_pair.reference_reoffenders = 0 then 'reference_zero'
            when disparity_pair.reoffenders = 0 then 'zero_reoffenders'
            else 'ok'
        end as relative_status
    from disparity_pair
    cross join method
    inner join cohort_status
        on disparity_pair.cohort_window = cohort_status.cohort_window
            and disparity_pair.cohort_start = cohort_status.cohort_start
),

compared as (
    select
        *,
        case
            when relative_status in ('ok', 'zero_reoffenders')
                and (expected_rate is null or reference_expected_rate is null) then 'missing_ogrs'
            else relative_status
        end as adjusted_status,
        case
            when relative_status in ('ok', 'zero_reoffenders')
                then ratio(reoffenders, offenders)
                    / ratio(reference_reoffenders, reference_offenders)
        end as relative_rate,
        -- Of two rates with the same chance in every member; the score's part is taken as known.
        case
            when relative_status = 'ok'
                then z * sqrt(
                    (1e0 / reoffenders - 1e0 / offenders)
                    + (1e0 / reference_reoffenders - 1e0 / reference_offenders)
                )
        end as half_width
    from judged
),

adjusted as (
    select
        *,
        case
            when adjusted_status in ('ok', 'zero_reoffenders')
                then relative_rate * (reference_expected_rate / expected_rate)
        end as adjusted_relative_rate,
        case when adjusted_status = 'ok' then half_width end as adjusted_half_width
    from compared
),

bounded as (
    select
        *,
        strict_exp(strict_ln(nullif(relative_rate, 0e0)) - half_width) as relative_rate_lower,
        strict_exp(strict_ln(nullif(relative_rate, 0e0)) + half_width) as relative_rate_upper,
        strict_exp(strict_ln(nullif(adjusted_relative_rate, 0e0)) - adjusted_half_width)
            as adjusted_lower,
        strict_exp(strict_ln(nullif(adjusted_relative_rate, 0e0)) + adjusted_half_width)
            as adjusted_upper
    from adjusted
)

select
    bounded.cohort_window,
    bounded.cohort_start,
    bounded.cohort_end,
    bounded.cohort_status,
    case
        when not bounded.is_few_offenders then ratio(bounded.observed, bounded.offenders)
    end as share_observed,
    bounded.geography_type,
    bounded.geography_code,
    bounded.breakdown,
    bounded.category,
    bounded.reference_category,
    bounded.is_reference_tied,
    case when not bounded.is_few_offenders then bounded.offenders end as offenders,
    case when not bounded.is_few_reoffenders then bounded.reoffenders end as reoffenders,
    case
        when bounded.rate_status = 'ok' then ratio(bounded.reoffenders, bounded.offenders)
    end as reoffending_rate,
    case when not bounded.is_too_few then bounded.expected_rate end as expected_rate,
    bounded.relative_rate,
    bounded.relative_rate_lower,
    bounded.relative_rate_upper,
    bounded.adjusted_relative_rate,
    bounded.adjusted_lower,
    bounded.adjusted_upper,
    case
        when bounded.adjusted_status <> 'ok' then null
        when bounded.adjusted_lower > 1e0 or bounded.adjusted_upper < 1e0 then 'UNEXPLAINED'
        when bounded.relative_rate_lower > 1e0 or bounded.relative_rate_upper < 1e0 then 'EXPLAINED'
        else 'NO_DIFFERENCE'
    end as finding,
    count_status(bounded.is_few_offenders or bounded.is_few_reoffenders) as count_status,
    bounded.rate_status,
    bounded.relative_status,
    bounded.adjusted_status,
    method.measure,
    method.score
from bounded
cross join method
order by cohort_window, cohort_start, geography_type, geography_code, breakdown, category
