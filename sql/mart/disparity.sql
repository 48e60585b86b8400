-- table: disparity
-- mart: published
-- grain: one row per cohort, place, and ethnicity, sex or age band
-- reads: disparity_pair, cohort_status, method
-- why: METHOD 10, "explain or reform": the group's rate by the largest group's, with an interval of
--      its logarithm, as observed and after what OGRS3 expects of either. METHOD 9's thresholds
--      hold for both groups
with judged as (
    select
        p.*,
        m.z,
        p.category = p.reference_category as is_reference,
        is_small(p.offenders, m.smallest_count) as is_few_offenders,
        is_small(p.reoffenders, m.smallest_count) as is_few_reoffenders,
        rate_status(
            p.offenders < m.minimum_offenders,
            is_small(p.reoffenders, m.smallest_count)
        ) as rate_status,
        case
            when p.category = p.reference_category then 'reference'
            when least(p.offenders, p.reference_offenders) < m.minimum_offenders then 'too_few'
            when is_small(p.reoffenders, m.smallest_count)
                or is_small(p.reference_reoffenders, m.smallest_count) then 'suppressed'
            when p.reference_reoffenders = 0 then 'reference_zero'
            when p.reoffenders = 0 then 'zero_reoffenders'
            else 'ok'
        end as relative_status
    from disparity_pair as p
    cross join method as m
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
        -- Of two rates with the same chance in every member; OGRS3's part is taken as known.
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
    b.cohort_window,
    b.cohort_start,
    s.cohort_end,
    s.cohort_status,
    case when not b.is_few_offenders then ratio(b.observed, b.offenders) end as share_observed,
    b.geography_type,
    b.geography_code,
    b.breakdown,
    b.category,
    b.reference_category,
    b.is_reference_tied,
    case when not b.is_few_offenders then b.offenders end as offenders,
    case when not b.is_few_reoffenders then b.reoffenders end as reoffenders,
    case when b.rate_status = 'ok' then ratio(b.reoffenders, b.offenders) end as reoffending_rate,
    case when b.rate_status <> 'too_few' then b.expected_rate end as expected_rate,
    b.relative_rate,
    b.relative_rate_lower,
    b.relative_rate_upper,
    b.adjusted_relative_rate,
    b.adjusted_lower,
    b.adjusted_upper,
    case
        when b.adjusted_status <> 'ok' then null
        when b.adjusted_lower > 1e0 or b.adjusted_upper < 1e0 then 'UNEXPLAINED'
        when b.relative_rate_lower > 1e0 or b.relative_rate_upper < 1e0 then 'EXPLAINED'
        else 'NO_DIFFERENCE'
    end as finding,
    count_status(b.is_few_offenders or b.is_few_reoffenders) as count_status,
    b.rate_status,
    b.relative_status,
    b.adjusted_status,
    m.measure
from bounded as b
cross join method as m
inner join cohort_status as s
    on b.cohort_window = s.cohort_window and b.cohort_start = s.cohort_start
order by cohort_window, cohort_start, geography_type, geography_code, breakdown, category
