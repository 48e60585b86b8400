-- table: fee_for_use
-- grain: one row per provider, contract year and price of the rate card
-- reads: contract_purchase, contract_year, method
-- why: METHOD 7: what the National Probation Service bought in the year, at the rate card's price
with year_state as (
    select contract_year.provider_code, contract_year.contract_year, contract_year.year_start,
        contract_year.year_end, method.snapshot > contract_year.year_end as is_over
    from contract_year
    cross join method
)

select
    contract_purchase.provider_code,
    contract_purchase.contract_year,
    contract_purchase.use_no as order_no,
    'FEE_FOR_USE' as component,
    contract_purchase.item,
    year_state.year_start as period_start,
    year_state.year_end as period_end,
    case when year_state.is_over then contract_purchase.uses end as units,
    'use' as unit,
    contract_purchase.price as unit_price,
    case
        when year_state.is_over
            then priced_pence(
                contract_purchase.uses, 1, cast(contract_purchase.price * 100 as bigint)
            ) else 0
    end as pence,
    case when year_state.is_over then 'RATE_CARD' else 'NOT_DUE' end as rule,
    case when year_state.is_over then 'final' else 'INTERIM' end as result,
    case when not year_state.is_over then 'YEAR_NOT_OVER' end as reason,
    case when year_state.is_over then contract_purchase.uses end as people
from contract_purchase
inner join year_state
    on contract_purchase.provider_code = year_state.provider_code
        and contract_purchase.contract_year = year_state.contract_year
