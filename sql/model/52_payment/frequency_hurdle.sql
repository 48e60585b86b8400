-- table: frequency_hurdle
-- grain: one row per provider, contract year and cohort of the frequency measure
-- reads: contract_outcome
-- why: METHOD 7, the binary hurdle: reoffences avoided are paid for only where the reoffending rate
--      did not get worse. The rate's cohorts are those of the binary measure that share a day with
--      the frequency's; a contract without a binary measure takes the frequency's own cohort
with paid as (
    select provider_code, contract_year, cohort_start, cohort_end, final_on, outcome, result
    from contract_outcome
    where measure = 'BINARY'
),

own as (
    select contract_outcome.provider_code, contract_outcome.contract_year,
        contract_outcome.cohort_start, contract_outcome.cohort_end, contract_outcome.final_on,
        contract_outcome.outcome, contract_outcome.result
    from contract_outcome
    anti join paid
        on contract_outcome.provider_code = paid.provider_code
            and contract_outcome.contract_year = paid.contract_year
    where contract_outcome.measure = 'FREQUENCY'
),

hurdle as (
    select * from paid
    union all
    select * from own
)

select
    contract_outcome.provider_code,
    contract_outcome.contract_year,
    contract_outcome.cohort_window,
    contract_outcome.cohort_start,
    coalesce(bool_or(hurdle.result = 'final' and hurdle.outcome = 'WORSE'), false) as is_worse,
    coalesce(bool_or(hurdle.result = 'INTERIM'), false) as is_interim,
    coalesce(bool_and(hurdle.result = 'final'), false) as is_known,
    max(case when hurdle.result = 'INTERIM' then hurdle.final_on end) as final_on
from contract_outcome
left join hurdle
    on contract_outcome.provider_code = hurdle.provider_code
        and contract_outcome.contract_year = hurdle.contract_year
        and contract_outcome.cohort_start <= hurdle.cohort_end
        and contract_outcome.cohort_end >= hurdle.cohort_start
where contract_outcome.measure = 'FREQUENCY'
group by contract_outcome.provider_code, contract_outcome.contract_year,
    contract_outcome.cohort_window, contract_outcome.cohort_start
