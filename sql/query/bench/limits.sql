-- grain: kind of world. Which share of areas without a change has an outcome, in per cent: by the limits
-- of the method; with memberships in place of the effective size; with the baseline taken as known as
-- well; and without the adjustment.
with sized as (
    select
        unchanged_area.*,
        ratio(reoffenders, offenders) as observed_rate,
        ratio(baseline_reoffenders, baseline_offenders) as baseline_rate,
        effective_size(
            offenders, reoffenders, pairs, reoffenders_of_pairs, reoffending_pairs
        ) as effective_offenders
    from unchanged_area
),

variant (variant, limits, is_of_memberships, is_adjusted) as (
    values
    ('method', 'two_sample', false, true),
    ('memberships', 'two_sample', true, true),
    ('known_baseline', 'known_baseline', true, true),
    ('unadjusted', 'two_sample', false, false)
),

judged as (
    select
        sized.*,
        variant.variant,
        limit_outcome(
            observed_rate
            + case when is_adjusted then baseline_expected_rate - expected_rate else 0e0 end,
            baseline_rate,
            limit_width(
                baseline_rate,
                case when is_of_memberships then offenders else effective_offenders end,
                baseline_offenders, variant.limits, method.baseline_z
            )
        ) as outcome
    from sized
    cross join variant
    cross join method
),

share as (
    select
        kind,
        variant,
        count(*) as areas,
        1e0 * sum(offenders) / count(*) as offenders,
        1e2 * sum(observed_rate) / count(*) as rate,
        sum(effective_offenders / offenders) / count(*) as effective_share,
        1e2 * count(*) filter (where outcome = 'MET') / count(*) as met,
        1e2 * count(*) filter (where outcome = 'WORSE') / count(*) as worse
    from judged
    group by kind, variant
)

select
    kind,
    max(areas) as areas,
    max(offenders) as offenders,
    max(rate) as rate,
    max(effective_share) as effective_share,
    max(met) filter (where variant = 'method') as met,
    max(worse) filter (where variant = 'method') as worse,
    max(met + worse) filter (where variant = 'method') as has_outcome,
    max(met + worse) filter (where variant = 'memberships') as memberships,
    max(met + worse) filter (where variant = 'known_baseline') as known_baseline,
    max(met + worse) filter (where variant = 'unadjusted') as unadjusted
from share
group by kind
