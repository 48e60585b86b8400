-- table: fee_for_use
-- grain: one row per provider, contract year and price of the rate card
-- reads: contract_purchase, contract_year, method
-- why: METHOD 7: what the National Probation Service bought in the year, at the rate card's price
with year_state as (
    select y.provider_code, y.contract_year, y.year_start, y.year_end, m.snapshot > y.year_end as is_over
    from contract_year as y
    cross join method as m
)

select
    p.provider_code,
    p.contract_year,
    p.use_no as place,
    'FEE_FOR_USE' as component,
    p.item,
    y.year_start as period_start,
    y.year_end as period_end,
    case when y.is_over then p.uses end as units,
    'use' as unit,
    p.price as unit_price,
    case
        when y.is_over then priced_pence(p.uses, 1, cast(p.price * 100 as bigint)) else 0
    end as pence,
    case when y.is_over then 'RATE_CARD' else 'NOT_DUE' end as rule,
    case when y.is_over then 'final' else 'INTERIM' end as result,
    case when not y.is_over then 'YEAR_NOT_OVER' end as reason,
    case when y.is_over then p.uses end as people
from contract_purchase as p
inner join year_state as y
    on p.provider_code = y.provider_code and p.contract_year = y.contract_year
