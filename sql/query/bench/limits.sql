-- grain: kind of world. Which share of areas without a change has an outcome, in per cent: by the limits
-- of the method; with memberships in place of the effective size; and with the baseline taken as known.
with sized as (
    select
        unchanged_area.*,
        ratio(reoffenders, offenders)
            + (baseline_expected_rate - expected_rate) as adjusted_rate,
        ratio(reoffenders, offenders) as observed_rate,
        ratio(baseline_reoffenders, baseline_offenders) as baseline_rate,
        effective_size(
            offenders, reoffenders, pairs, reoffenders_of_pairs, reoffending_pairs
        ) as effective_offenders
    from unchanged_area
),

judged as (
    select
        sized.*,
        limit_outcome(
            adjusted_rate, baseline_rate,
            limit_width(
                baseline_rate, effective_offenders, baseline_offenders, 'two_sample', baseline_z
            )
        ) as outcome,
        limit_outcome(
            adjusted_rate, baseline_rate,
            limit_width(
                baseline_rate, cast(offenders as double), baseline_offenders, 'two_sample',
                baseline_z
            )
        ) as outcome_of_memberships,
        limit_outcome(
            adjusted_rate, baseline_rate,
            limit_width(
                baseline_rate, cast(offenders as double), baseline_offenders, 'known_baseline',
                baseline_z
            )
        ) as outcome_of_known_baseline,
        limit_outcome(
            observed_rate, baseline_rate,
            limit_width(
                baseline_rate, effective_offenders, baseline_offenders, 'two_sample', baseline_z
            )
        ) as outcome_without_adjustment
    from sized
    cross join method
)

select
    kind,
    count(*) as areas,
    1e0 * sum(offenders) / count(*) as offenders,
    1e2 * sum(observed_rate) / count(*) as rate,
    sum(effective_offenders / offenders) / count(*) as effective_share,
    1e2 * count(*) filter (where outcome = 'MET') / count(*) as met,
    1e2 * count(*) filter (where outcome = 'WORSE') / count(*) as worse,
    1e2 * count(*) filter (where outcome <> 'NO_CHANGE') / count(*) as has_outcome,
    1e2 * count(*) filter (where outcome_of_memberships <> 'NO_CHANGE') / count(*) as memberships,
    1e2 * count(*) filter (where outcome_of_known_baseline <> 'NO_CHANGE') / count(*) as known_baseline,
    1e2 * count(*) filter (where outcome_without_adjustment <> 'NO_CHANGE') / count(*) as unadjusted
from judged
group by kind
