-- table: pbr_frequency
-- grain: one row per provider, contract year and cohort of the frequency measure
-- reads: contract_outcome, frequency_hurdle
-- why: METHOD 7: a price for each reoffence avoided, where the binary hurdle is cleared; a deduction
--      for each reoffence added, hurdle or not
with judged as (
    select
        f.*,
        h.is_interim,
        case
            when f.result <> 'final' or f.reoffences_avoided_billionths is null then 'NOT_DUE'
            when f.reoffences_avoided_billionths < 0 then 'FREQUENCY_DEDUCTION'
            when f.reoffences_avoided_billionths = 0 then 'FREQUENCY_NO_CHANGE'
            when h.is_worse then 'FREQUENCY_HURDLE'
            when h.is_known then 'FREQUENCY_PAYMENT'
            else 'FREQUENCY_HURDLE_OPEN'
        end as rule
    from contract_outcome as f
    inner join frequency_hurdle as h
        on f.provider_code = h.provider_code
            and f.contract_year = h.contract_year
            and f.cohort_window = h.cohort_window
            and f.cohort_start = h.cohort_start
    where f.measure = 'FREQUENCY'
)

select
    provider_code,
    contract_year,
    cast(row_number() over (
        partition by provider_code, contract_year order by cohort_start, cohort_window
    ) as int) as place,
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
