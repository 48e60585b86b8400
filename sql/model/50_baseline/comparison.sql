-- table: comparison
-- mart: restricted baseline_comparison
-- grain: one row per baseline, reported cohort, geography and category
-- reads: baseline_cell, repeat_cell, baseline, baseline_total, method
-- why: METHOD 7: the observed rate, made comparable by what a score expects of both groups of people,
--      against the limits within which chance alone, in the cohort and in the baseline, would leave
--      it. What came of it is said of final cohorts only: before, too little is proven, and every
--      cohort would seem to have done well
with held as (
    select
        baseline.baseline,
        baseline.baseline_version,
        baseline.baseline_hash,
        baseline.baseline_measure,
        -- One that was frozen before scores were named is of OGRS3.
        coalesce(baseline.baseline_score, 'ogrs3') as baseline_score,
        baseline_cell.*,
        baseline.baseline_hash is null as is_not_frozen,
        baseline_cell.offenders - coalesce(repeat_cell.repeats, 0) as persons,
        effective_size(
            baseline_cell.offenders, baseline_cell.reoffenders, repeat_cell.pairs,
            repeat_cell.reoffenders_of_pairs, repeat_cell.reoffending_pairs
        ) as effective_offenders,
        ratio(baseline_cell.observed, baseline_cell.offenders) as share_observed,
        ratio(baseline_cell.reoffenders, baseline_cell.offenders) as observed_rate,
        ratio(baseline_cell.one_year_billionths, baseline_cell.scored) / 1e9 as expected_rate,
        ratio(baseline_cell.reoffences, baseline_cell.reoffenders) as observed_frequency,
        baseline_total.baseline_offenders,
        baseline_total.baseline_reoffenders,
        baseline_total.baseline_rate,
        baseline_total.baseline_frequency,
        baseline_total.baseline_reoffences_per_offender,
        baseline_total.baseline_expected_rate,
        ratio(baseline_cell.short_releases, baseline_cell.offenders) as short_share,
        baseline_total.baseline_short_share,
        -- A contract may agree on others: contract_outcome.
        'two_sample' as limits
    from baseline_cell
    cross join baseline
    left join repeat_cell
        on baseline_cell.cohort_window = repeat_cell.cohort_window
            and baseline_cell.cohort_start = repeat_cell.cohort_start
            and baseline_cell.geography_type = repeat_cell.geography_type
            and baseline_cell.geography_code = repeat_cell.geography_code
            and baseline_cell.breakdown = repeat_cell.breakdown
            and baseline_cell.category = repeat_cell.category
    left join baseline_total
        on baseline.baseline = baseline_total.baseline
            and baseline_cell.geography_type = baseline_total.geography_type
                and baseline_cell.geography_code = baseline_total.geography_code
            and baseline_cell.breakdown = baseline_total.breakdown
                and baseline_cell.category = baseline_total.category
),

judged as (
    select
        held.*,
        method.measure,
        method.score as method_score,
        held.cohort_status = 'final' as is_final,
        case
            when held.baseline_measure = method.measure and held.baseline_score = method.score
                then held.observed_rate + (held.baseline_expected_rate - held.expected_rate)
        end as adjusted_rate,
        -- Nobody in the cohort: no width, and no limits.
        limit_width(
            held.baseline_rate, held.effective_offenders, held.baseline_offenders, held.limits,
            method.baseline_z
        ) as width,
        case
            when held.cohort_status <> 'final' then 'INTERIM'
            when held.is_not_frozen then 'NO_BASELINE'
            when held.baseline_measure <> method.measure then 'BASELINE_OF_OTHER_MEASURE'
            when held.baseline_score <> method.score then 'BASELINE_OF_OTHER_SCORE'
            when held.offenders = 0 then 'NO_MEMBERS'
            when held.baseline_rate is null then 'BASELINE_LACKS_GEOGRAPHY'
            when held.expected_rate is null then 'NO_EXPECTED_RATE'
            when held.baseline_expected_rate is null then 'BASELINE_LACKS_EXPECTED_RATE'
            when held.effective_offenders < method.minimum_offenders then 'TOO_FEW'
            when held.baseline_offenders < method.minimum_offenders then 'BASELINE_TOO_FEW'
        end as reason,
        -- Whole billionths: a difference of five points exactly is no warning on either engine.
        case
            when abs(billionths(held.short_share) - billionths(held.baseline_short_share))
                    > billionths(method.mix_points / 1e2)
                then 'MIX_CHANGED'
        end as warning
    from held
    cross join method
)

select
    baseline,
    baseline_version,
    baseline_hash,
    cohort_window,
    cohort_start,
    cohort_end,
    cohort_status,
    case when is_final then 'final' else 'INTERIM' end as result,
    share_observed,
    geography_type,
    geography_code,
    breakdown,
    category,
    offenders,
    persons,
    effective_offenders,
    reoffenders,
    reoffences,
    observed_rate,
    expected_rate,
    adjusted_rate,
    baseline_offenders,
    baseline_reoffenders,
    baseline_rate,
    baseline_expected_rate,
    baseline_rate - width as lower_limit,
    baseline_rate + width as upper_limit,
    limits,
    case
        when reason is null then limit_outcome(adjusted_rate, baseline_rate, width)
    end as outcome,
    observed_frequency,
    baseline_frequency,
    baseline_reoffences_per_offender,
    case when is_final then billionths(baseline_rate - adjusted_rate) end as reduction_billionths,
    case
        when is_final
            then billionths(baseline_frequency * reoffenders) - reoffences * 1000000000
    end as reoffences_avoided_billionths,
    -- Does not turn its sign when fewer people reoffend at all.
    case
        when is_final
            then billionths(baseline_reoffences_per_offender * offenders) - reoffences * 1000000000
    end as reoffences_avoided_per_offender_billionths,
    reason,
    short_share,
    baseline_short_share,
    warning,
    measure,
    method_score as score
from judged
