-- table: contract_outcome
-- grain: one row per provider, contract year, measure and cohort that is paid by results
-- reads: contract_result, contract_year, comparison, method
-- why: METHOD 7: what the cohort came to against its baseline, and whether that is the last word; a
--      cohort that is not final waits, whether the run has a comparison of it or not
with dated as (
    select
        r.*,
        add_months(r.cohort_end, m.observed_months) as final_on,
        add_months(r.cohort_end, m.observed_months) <= m.snapshot as is_final
    from contract_result as r
    cross join method as m
)

select
    r.provider_code,
    r.contract_year,
    r.measure,
    r.cohort_window,
    r.cohort_start,
    r.cohort_end,
    r.final_on,
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
        when not r.is_final then 'INTERIM'
        when c.outcome is null then 'none'
        else 'final'
    end as result,
    case
        when not r.is_final then 'INTERIM'
        when c.result is null then 'NO_COMPARISON'
        else c.reason
    end as reason
from dated as r
inner join contract_year as y
    on r.provider_code = y.provider_code and r.contract_year = y.contract_year
left join comparison as c
    on y.baseline = c.baseline
        and y.geography_type = c.geography_type
        and y.geography_code = c.geography_code
        and r.cohort_window = c.cohort_window
        and r.cohort_start = c.cohort_start
        and c.breakdown = 'total'
