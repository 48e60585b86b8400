-- table: payment_basis
-- grain: one row per provider, contract year and line that rests on an outcome or a performance
-- reads: contract_outcome, contract_performance
-- why: what a sheet must show beside the line so that it can be followed; an interim outcome pays
--      nothing and is not shown here
select
    provider_code,
    contract_year,
    'PBR_BINARY' as component,
    cohort_window,
    cohort_start as period_start,
    cast(null as string) as measure,
    baseline,
    outcome,
    offenders,
    reoffenders,
    reoffences,
    baseline_offenders,
    baseline_reoffenders,
    observed_rate as observed,
    adjusted_rate as adjusted,
    baseline_rate as benchmark,
    lower_limit,
    upper_limit
from contract_outcome
where measure = 'BINARY' and result = 'final'
union all
select
    provider_code,
    contract_year,
    'PBR_FREQUENCY' as component,
    cohort_window,
    cohort_start as period_start,
    cast(null as string) as measure,
    baseline,
    outcome,
    offenders,
    reoffenders,
    reoffences,
    baseline_offenders,
    baseline_reoffenders,
    observed_frequency as observed,
    cast(null as double) as adjusted,
    baseline_frequency as benchmark,
    cast(null as double) as lower_limit,
    cast(null as double) as upper_limit
from contract_outcome
where measure = 'FREQUENCY' and result = 'final'
union all
select
    provider_code,
    contract_year,
    'SERVICE_CREDIT' as component,
    cast(null as string) as cohort_window,
    year_start as period_start,
    measure,
    cast(null as string) as baseline,
    cast(null as string) as outcome,
    cast(null as bigint) as offenders,
    cast(null as bigint) as reoffenders,
    cast(null as bigint) as reoffences,
    cast(null as bigint) as baseline_offenders,
    cast(null as bigint) as baseline_reoffenders,
    ratio(performance_billionths, 1000000000) as observed,
    cast(null as double) as adjusted,
    ratio(agreed_billionths, 1000000000) as benchmark,
    ratio(threshold_billionths, 1000000000) as lower_limit,
    cast(null as double) as upper_limit
from contract_performance
where result = 'final'
