-- table: contract_outcome
-- grain: one row per provider, contract year, measure and cohort that is paid by results
-- reads: contract_result, contract_year, comparison, method
-- why: METHOD 7: what the cohort came to against its baseline, and whether that is the last word; a
--      cohort that is not final waits, whether the run has a comparison of it or not
with dated as (
    select
        contract_result.*,
        add_months(contract_result.cohort_end, method.observed_months) as final_on,
        add_months(contract_result.cohort_end, method.observed_months) <= method.snapshot
            as is_final
    from contract_result
    cross join method
)

select
    dated.provider_code,
    dated.contract_year,
    dated.measure,
    dated.cohort_window,
    dated.cohort_start,
    dated.cohort_end,
    dated.final_on,
    dated.price,
    dated.deduction,
    contract_year.baseline,
    comparison.outcome,
    comparison.offenders,
    comparison.reoffenders,
    comparison.reoffences,
    comparison.observed_rate,
    comparison.adjusted_rate,
    comparison.baseline_rate,
    comparison.baseline_offenders,
    comparison.baseline_reoffenders,
    comparison.lower_limit,
    comparison.upper_limit,
    comparison.observed_frequency,
    comparison.baseline_frequency,
    comparison.reduction_billionths,
    comparison.reoffences_avoided_billionths,
    case
        when not dated.is_final then 'INTERIM'
        when comparison.outcome is null then 'none'
        else 'final'
    end as result,
    case
        when not dated.is_final then 'INTERIM'
        when comparison.result is null then 'NO_COMPARISON'
        else comparison.reason
    end as reason
from dated
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
