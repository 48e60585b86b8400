-- table: target_progress
-- mart: published
-- grain: one row per target and cohort between its base and the one it is for
-- reads: target_cohort, method
-- why: METHOD 7: how far a fall has come after adjustment, and how many people it stands for. Rates
--      are compared at nine decimal places. Of a cohort that is not final no fall is stated: too
--      little is proven yet. METHOD 9's primary thresholds hold for cohort and base
with measured as (
    select
        target_cohort.*,
        target_cohort.measure = 'rate' as is_rate,
        case
            when target_cohort.measure = 'rate' then target_cohort.base_rate
            else target_cohort.base_frequency
        end as base_value,
        case
            when target_cohort.measure = 'rate' then target_cohort.rate
            else target_cohort.frequency
        end as observed_value,
        case
            when target_cohort.measure <> 'rate' then target_cohort.frequency
            when target_cohort.is_scored_alike
                then target_cohort.rate
                    + (target_cohort.base_expected_rate - target_cohort.expected_rate)
        end as adjusted_value,
        target_cohort.cohort_status = 'final' as is_final,
        is_small(target_cohort.offenders, method.smallest_count) as is_few_offenders,
        target_cohort.offenders < method.minimum_offenders as is_too_few,
        target_cohort.base_offenders < method.minimum_offenders as is_base_too_few,
        coalesce(is_small(target_cohort.reoffenders, method.smallest_count), false)
            or coalesce(is_small(target_cohort.reoffences, method.smallest_count), false) as is_few,
        coalesce(is_small(
            cast(floor(target_cohort.base_rate * target_cohort.base_offenders + 0.5e0) as bigint),
                method.smallest_count
        ), false) as is_base_few
    from target_cohort
    cross join method
),

judged as (
    select
        *,
        case
            when fall_percent is not null then base_value * (1e0 - fall_percent / 100e0)
            else greatest(0e0, base_value - fall_points / 100e0)
        end as target_value,
        case
            when cohort_start is null then 'no_cohort'
            when is_base_final is null then 'base_missing'
            when not is_base_final then 'base_not_final'
            when is_rate and not is_scored_alike then 'base_of_other_score'
            when offenders is null then 'no_members'
            when cohort_status = 'incomplete' then 'not_yet_observed'
            when is_too_few or is_base_too_few then 'too_few'
            when is_few or is_base_few then 'suppressed'
            when base_value is null or base_value = 0 then 'base_zero'
            when observed_value is null then 'no_reoffenders'
            when adjusted_value is null then 'missing_ogrs'
            else 'ok'
        end as status
    from measured
)

select
    target,
    geography_type,
    geography_code,
    breakdown,
    category,
    judged.measure,
    coalesce(baseline, cast(base_from as string) || ' to ' || cast(base_to as string)) as base,
    cohort_window,
    cohort_start,
    cohort_end,
    cohort_status,
    case when is_final then 'final' when cohort_start is not null then 'INTERIM' end as result,
    case when not is_few_offenders then ratio(observed, offenders) end as share_observed,
    coalesce(cohort_start = by_cohort, false) as is_due,
    case when not is_few_offenders then offenders end as offenders,
    case when not (is_base_too_few or is_base_few) then base_value end as base_value,
    case when not is_base_too_few then base_expected_rate end as base_expected_rate,
    case
        when not (is_too_few or is_few) and cohort_status <> 'incomplete' then observed_value
    end as observed_value,
    case when not is_too_few then expected_rate end as expected_rate,
    case when status = 'ok' then adjusted_value end as adjusted_value,
    case when not (is_base_too_few or is_base_few) then target_value end as target_value,
    case when is_final and status = 'ok' then 100e0 * (base_value - adjusted_value) / base_value end
        as fall_percent,
    case
        when is_final and status = 'ok'
            then (base_value - adjusted_value) / (base_value - target_value)
    end as progress_share,
    case
        when not is_final or status <> 'ok' then null
        when billionths(adjusted_value) <= billionths(target_value) then 'MET'
        else 'NOT_MET'
    end as outcome,
    case
        when is_rate and not (is_base_too_few or is_base_few or is_too_few)
            then cast(floor(
                billionths(offenders * (base_value - target_value)) / 1e9 + 0.5e0
            ) as bigint)
    end as people_equivalent,
    case
        when not is_rate and status = 'ok'
            then cast(floor(
                billionths(reoffenders * (base_value - target_value)) / 1e9 + 0.5e0
            ) as bigint)
    end as reoffences_equivalent,
    status,
    method.measure as proof_measure,
    method.score
from judged
cross join method
order by target nulls last, cohort_start nulls last
