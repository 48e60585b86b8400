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
    select f.provider_code, f.contract_year, f.cohort_start, f.cohort_end, f.final_on,
        f.outcome, f.result
    from contract_outcome as f
    anti join paid as p on f.provider_code = p.provider_code and f.contract_year = p.contract_year
    where f.measure = 'FREQUENCY'
),

hurdle as (
    select * from paid
    union all
    select * from own
)

select
    f.provider_code,
    f.contract_year,
    f.cohort_window,
    f.cohort_start,
    coalesce(bool_or(h.result = 'final' and h.outcome = 'WORSE'), false) as is_worse,
    coalesce(bool_or(h.result = 'INTERIM'), false) as is_interim,
    coalesce(bool_and(h.result = 'final'), false) as is_known,
    max(case when h.result = 'INTERIM' then h.final_on end) as final_on
from contract_outcome as f
left join hurdle as h
    on f.provider_code = h.provider_code
        and f.contract_year = h.contract_year
        and f.cohort_start <= h.cohort_end
        and f.cohort_end >= h.cohort_start
where f.measure = 'FREQUENCY'
group by f.provider_code, f.contract_year, f.cohort_window, f.cohort_start
