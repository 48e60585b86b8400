-- table: scorecard
-- mart: published
-- grain: one row per measure, area and period
-- reads: scorecard_measure, ref_provider, ref_delivery_unit, ref_local_authority, method
-- why: METHOD 10: performance against its target. Both edges of amber are compared at nine decimal
--      places, on performance as it is and not as it is printed. A period that the snapshot cuts short
--      has no colour yet
with measured as (
    select
        scorecard_measure.*,
        coalesce(
            ref_provider.provider_name, ref_delivery_unit.delivery_unit_name,
            ref_local_authority.name
        ) as area_name,
        case
            when scorecard_measure.denominator > 0
                then 100e0 * scorecard_measure.numerator / scorecard_measure.denominator
        end as performance,
        method.amber_points,
        scorecard_measure.period_end > method.snapshot as is_cut_short,
        (
            scorecard_measure.numerator > 0
                and scorecard_measure.numerator < method.smallest_count
        ) as is_few_met,
        (
            scorecard_measure.denominator > 0
                and scorecard_measure.denominator < method.smallest_count
        ) as is_few,
        scorecard_measure.denominator < method.minimum_offenders as is_too_few
    from scorecard_measure
    cross join method
    left join ref_provider on scorecard_measure.provider_code = ref_provider.provider_code
    left join ref_delivery_unit
        on scorecard_measure.provider_code = ref_delivery_unit.delivery_unit_code
    left join ref_local_authority
        on scorecard_measure.provider_code = ref_local_authority.local_authority_code
),

judged as (
    select
        *,
        case
            when is_cut_short then 'INTERIM'
            when performance is null then 'NO_PERFORMANCE'
            when target is null then 'NO_TARGET'
            when billionths(performance) >= billionths(target) then 'GREEN'
            when billionths(performance) >= billionths(target - amber_points) then 'AMBER'
            else 'RED'
        end as status,
        case
            when performance is null then 'not_applicable'
            when is_too_few then 'too_few'
            when is_few_met then 'suppressed'
            else 'ok'
        end as performance_status
    from measured
)

select
    measure,
    measure_group,
    provider_code,
    area_name,
    period_start,
    period_end,
    case when not coalesce(is_few_met, false) then numerator end as numerator,
    case when not coalesce(is_few, false) then denominator end as denominator,
    case when performance_status = 'ok' then performance end as performance,
    target,
    status,
    count_status(coalesce(is_few_met, false) or coalesce(is_few, false)) as count_status,
    performance_status
from judged
order by measure, provider_code, period_start
