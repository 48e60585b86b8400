-- table: pbr_binary
-- grain: one row per provider, contract year and cohort of the binary measure
-- reads: contract_outcome
-- why: METHOD 7: a price for each percentage point below the baseline, as much back for each above
--      it, and only when the difference is significant
with judged as (
    select
        *,
        case
            when result <> 'final' then 'NOT_DUE'
            when outcome = 'MET' then 'BINARY_PAYMENT'
            when outcome = 'WORSE' then 'BINARY_DEDUCTION'
            else 'BINARY_NO_CHANGE'
        end as rule
    from contract_outcome
    where measure = 'BINARY'
)

select
    provider_code,
    contract_year,
    cast(row_number() over (
        partition by provider_code, contract_year order by cohort_start, cohort_window
    ) as int) as order_no,
    'PBR_BINARY' as component,
    'reoffending rate' as item,
    cohort_start as period_start,
    cohort_end as period_end,
    cohort_window,
    case when rule <> 'NOT_DUE' then reduction_billionths end as units,
    'point' as unit,
    case when rule = 'BINARY_DEDUCTION' then deduction else price end as unit_price,
    case
        when rule = 'BINARY_PAYMENT'
            then priced_pence(reduction_billionths, 10000000, cast(price * 100 as bigint))
        when rule = 'BINARY_DEDUCTION'
            then priced_pence(reduction_billionths, 10000000, cast(deduction * 100 as bigint))
        else 0
    end as pence,
    rule,
    result,
    reason
from judged
