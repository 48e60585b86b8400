-- table: payment_basis
-- grain: one row per provider, contract year and line that rests on an outcome or a performance
-- reads: contract_outcome, contract_performance
-- why: METHOD 7: what a sheet must show beside the line so that it can be followed; an interim
--      outcome pays nothing and is not shown here
select
    provider_code,
    contract_year,
    'PBR_' || measure as component,
    cohort_window,
    cohort_start as period_start,
    cast(null as string) as measure,
    baseline,
    outcome,
    offenders,
    case when measure = 'BINARY' then effective_offenders end as effective_offenders,
    reoffenders,
    reoffences,
    baseline_offenders,
    baseline_reoffenders,
    case when measure = 'BINARY' then observed_rate else observed_frequency end as observed,
    case when measure = 'BINARY' then adjusted_rate end as adjusted,
    case when measure = 'BINARY' then baseline_rate else baseline_frequency end as benchmark,
    case when measure = 'BINARY' then lower_limit end as lower_limit,
    case when measure = 'BINARY' then upper_limit end as upper_limit,
    case when measure = 'BINARY' then limits end as limits,
    case when measure = 'FREQUENCY' then reoffences_avoided_per_offender_billionths / 1e9 end
        as reoffences_avoided_per_offender
from contract_outcome
where result = 'final'
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
    cast(null as double) as effective_offenders,
    cast(null as bigint) as reoffenders,
    cast(null as bigint) as reoffences,
    cast(null as bigint) as baseline_offenders,
    cast(null as bigint) as baseline_reoffenders,
    ratio(performance_billionths, 1000000000) as observed,
    cast(null as double) as adjusted,
    ratio(agreed_billionths, 1000000000) as benchmark,
    ratio(threshold_billionths, 1000000000) as lower_limit,
    cast(null as double) as upper_limit,
    cast(null as string) as limits,
    cast(null as double) as reoffences_avoided_per_offender
from contract_performance
where result = 'final'
