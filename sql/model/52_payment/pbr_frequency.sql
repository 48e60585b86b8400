-- table: pbr_frequency
-- grain: one row per provider, contract year and cohort of the frequency measure
-- reads: contract_outcome, frequency_hurdle
-- why: METHOD 7: a price for each reoffence avoided, where the binary hurdle is cleared; a deduction
--      for each reoffence added, hurdle or not
with judged as (
    select
        contract_outcome.*,
        frequency_hurdle.is_interim,
        case
            when contract_outcome.result <> 'final'
                or contract_outcome.reoffences_avoided_billionths is null then 'NOT_DUE'
            when contract_outcome.reoffences_avoided_billionths < 0 then 'FREQUENCY_DEDUCTION'
            when contract_outcome.reoffences_avoided_billionths = 0 then 'FREQUENCY_NO_CHANGE'
            when frequency_hurdle.is_worse then 'FREQUENCY_HURDLE'
            when frequency_hurdle.is_known then 'FREQUENCY_PAYMENT'
            else 'FREQUENCY_HURDLE_OPEN'
        end as rule
    from contract_outcome
    inner join frequency_hurdle
        on contract_outcome.provider_code = frequency_hurdle.provider_code
            and contract_outcome.contract_year = frequency_hurdle.contract_year
            and contract_outcome.cohort_window = frequency_hurdle.cohort_window
            and contract_outcome.cohort_start = frequency_hurdle.cohort_start
    where contract_outcome.measure = 'FREQUENCY'
)

select
    provider_code,
    contract_year,
    cast(row_number() over (
        partition by provider_code, contract_year order by cohort_start, cohort_window
    ) as int) as order_no,
    'PBR_FREQUENCY' as component,
    'reoffences per reoffender' as item,
    cohort_start as period_start,
    cohort_end as period_end,
    cohort_window,
    case when rule <> 'NOT_DUE' then reoffences_avoided_billionths end as units,
    'reoffence' as unit,
    case when rule = 'FREQUENCY_DEDUCTION' then deduction else price end as unit_price,
    case
        when rule = 'FREQUENCY_PAYMENT'
            then priced_pence(
                reoffences_avoided_billionths, 1000000000, cast(price * 100 as bigint))
        when rule = 'FREQUENCY_DEDUCTION'
            then priced_pence(
                reoffences_avoided_billionths, 1000000000, cast(deduction * 100 as bigint))
        else 0
    end as pence,
    rule,
    case
        when result = 'final' and rule = 'NOT_DUE' then 'none'
        when rule = 'FREQUENCY_HURDLE_OPEN' and is_interim then 'INTERIM'
        when rule = 'FREQUENCY_HURDLE_OPEN' then 'none'
        else result
    end as result,
    case
        when result = 'final' and rule = 'NOT_DUE' then 'NO_BASELINE_FREQUENCY'
        when rule = 'FREQUENCY_HURDLE_OPEN' and is_interim then 'HURDLE_INTERIM'
        when rule = 'FREQUENCY_HURDLE_OPEN' then 'HURDLE_UNKNOWN'
        else reason
    end as reason
from judged
