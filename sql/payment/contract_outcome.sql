-- table: contract_outcome
-- grain: one row per provider, contract year, measure and cohort that is paid by results
-- reads: contract_result, contract_year, comparison
-- why: METHOD 7: what the cohort came to against its baseline, and whether that is the last word
select
    r.provider_code,
    r.contract_year,
    r.measure,
    r.cohort_window,
    r.cohort_start,
    r.cohort_end,
    r.price,
    r.deduction,
    y.baseline,
    c.outcome,
    c.offenders,
    c.reoffenders,
    c.reoffences,
    c.observed_rate,
    c.adjusted_rate,
    c.baseline_rate,
    c.baseline_offenders,
    c.baseline_reoffenders,
    c.lower_limit,
    c.upper_limit,
    c.observed_frequency,
    c.baseline_frequency,
    c.reduction_billionths,
    c.reoffences_avoided_billionths,
    case
        when c.result is null then 'none'
        when c.result = 'interim' then 'interim'
        when c.outcome is null then 'none'
        else 'final'
    end as result,
    case
        when c.result is null then 'NO_COMPARISON'
        when c.result = 'interim' then 'INTERIM'
        when c.outcome is null then coalesce(c.reason, 'NO_OUTCOME')
    end as reason
from contract_result as r
inner join contract_year as y
    on r.provider_code = y.provider_code and r.contract_year = y.contract_year
left join comparison as c
    on y.baseline = c.baseline
        and y.geography_type = c.geography_type
        and y.geography_code = c.geography_code
        and r.cohort_window = c.cohort_window
        and r.cohort_start = c.cohort_start
        and c.breakdown = 'total'
