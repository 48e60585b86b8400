-- table: payment_part
-- grain: one row per provider, contract year and line of payment, the total not among them
-- reads: fee_for_service, year_end_adjustment, pbr_binary, pbr_frequency, cap, service_credit, fee_for_use
-- why: METHOD 7: all components in one form, in the order in which a sheet lists them; `people` is
--      the count behind a line that could point at somebody
select
    1 as part, provider_code, contract_year, order_no, component, item, period_start, period_end,
    cast(null as string) as cohort_window, units, unit, unit_price,
    cast(null as decimal(18, 2)) as limit_amount, pence, rule, result, reason,
    cast(null as bigint) as people
from fee_for_service
union all
select
    2 as part, provider_code, contract_year, order_no, component, item, period_start, period_end,
    cast(null as string) as cohort_window, units, unit, unit_price,
    cast(null as decimal(18, 2)) as limit_amount, pence, rule, result, reason, people
from year_end_adjustment
union all
select
    3 as part, provider_code, contract_year, order_no, component, item, period_start, period_end,
    cohort_window, units, unit, unit_price,
    cast(null as decimal(18, 2)) as limit_amount, pence, rule, result, reason,
    cast(null as bigint) as people
from pbr_binary
union all
select
    4 as part, provider_code, contract_year, order_no, component, item, period_start, period_end,
    cohort_window, units, unit, unit_price,
    cast(null as decimal(18, 2)) as limit_amount, pence, rule, result, reason,
    cast(null as bigint) as people
from pbr_frequency
union all
select
    5 as part, provider_code, contract_year, order_no, component, item, period_start, period_end,
    cast(null as string) as cohort_window, cast(null as bigint) as units,
    cast(null as string) as unit, cast(null as decimal(18, 2)) as unit_price, limit_amount, pence,
    rule, result, reason, cast(null as bigint) as people
from cap
union all
select
    6 as part, provider_code, contract_year, order_no, component, item, period_start, period_end,
    cast(null as string) as cohort_window, units, unit, unit_price, limit_amount, pence, rule,
    result, reason, people
from service_credit
union all
select
    7 as part, provider_code, contract_year, order_no, component, item, period_start, period_end,
    cast(null as string) as cohort_window, units, unit, unit_price,
    cast(null as decimal(18, 2)) as limit_amount, pence, rule, result, reason, people
from fee_for_use
