-- table: contract_outcome
-- grain: one row per provider, contract year, measure and cohort that is paid by results
-- reads: contract_result, contract_year, comparison, method
-- why: METHOD 7: what the cohort came to against its baseline, within the limits that the contract
--      agrees on, and whether that is the last word; a cohort that is not final waits, whether the
--      run has a comparison of it or not
with dated as (
    select
        contract_result.*,
        add_months(contract_result.cohort_end, method.observed_months) as final_on,
        add_months(contract_result.cohort_end, method.observed_months) <= method.snapshot
            as is_final
    from contract_result
    cross join method
),

compared as (
    select
        dated.*,
        contract_year.baseline,
        comparison.result as comparison_result,
        comparison.reason as comparison_reason,
        comparison.offenders,
        comparison.effective_offenders,
        comparison.reoffenders,
        comparison.reoffences,
        comparison.observed_rate,
        comparison.adjusted_rate,
        comparison.baseline_rate,
        comparison.baseline_offenders,
        comparison.baseline_reoffenders,
        coalesce(contract_year.limits, comparison.limits) as limits,
        limit_width(
            comparison.baseline_rate, comparison.effective_offenders, comparison.baseline_offenders,
            coalesce(contract_year.limits, comparison.limits), method.baseline_z
        ) as width,
        comparison.observed_frequency,
        comparison.baseline_frequency,
        comparison.reduction_billionths,
        comparison.reoffences_avoided_billionths,
        comparison.reoffences_avoided_per_offender_billionths
    from dated
    cross join method
    inner join contract_year
        on dated.provider_code = contract_year.provider_code
            and dated.contract_year = contract_year.contract_year
    left join comparison
        on contract_year.baseline = comparison.baseline
            and contract_year.geography_type = comparison.geography_type
            and contract_year.geography_code = comparison.geography_code
            and dated.cohort_window = comparison.cohort_window
            and dated.cohort_start = comparison.cohort_start
            and comparison.breakdown = 'total'
),

judged as (
    select
        *,
        baseline_rate - width as lower_limit,
        baseline_rate + width as upper_limit,
        case
            when comparison_result is not null and comparison_reason is null
                then limit_outcome(adjusted_rate, baseline_rate, width)
        end as outcome
    from compared
)

select
    provider_code,
    contract_year,
    measure,
    cohort_window,
    cohort_start,
    cohort_end,
    final_on,
    price,
    deduction,
    baseline,
    outcome,
    offenders,
    effective_offenders,
    reoffenders,
    reoffences,
    observed_rate,
    adjusted_rate,
    baseline_rate,
    baseline_offenders,
    baseline_reoffenders,
    lower_limit,
    upper_limit,
    limits,
    observed_frequency,
    baseline_frequency,
    reduction_billionths,
    reoffences_avoided_billionths,
    reoffences_avoided_per_offender_billionths,
    case
        when not is_final then 'INTERIM'
        when outcome is null then 'none'
        else 'final'
    end as result,
    case
        when not is_final then 'INTERIM'
        when comparison_result is null then 'NO_COMPARISON'
        else comparison_reason
    end as reason
from judged
