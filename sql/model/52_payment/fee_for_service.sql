-- table: fee_for_service
-- grain: one row per provider, contract year, band and month
-- reads: contract_volume, contract_forecast, method
-- why: METHOD 7: each month that has begun is paid on its forecast, at the price of the year's forecast
select
    contract_forecast.provider_code,
    contract_forecast.contract_year,
    cast(contract_forecast.band_no * 100 + row_number() over (
        partition by contract_forecast.provider_code, contract_forecast.contract_year,
            contract_forecast.band_no order by contract_forecast.month_start
    ) as int) as order_no,
    'FEE_FOR_SERVICE' as component,
    contract_volume.band as item,
    contract_forecast.month_start as period_start,
    contract_forecast.month_end as period_end,
    contract_forecast.forecast_starts as units,
    'start' as unit,
    contract_volume.forecast_price as unit_price,
    case
        when contract_forecast.month_start > method.snapshot then 0
        else priced_pence(
            contract_forecast.forecast_starts, 1,
            cast(contract_volume.forecast_price * 100 as bigint)
        )
    end as pence,
    case
        when contract_forecast.month_start > method.snapshot then 'NOT_DUE'
        else 'FORECAST_PRICE'
    end as rule,
    case
        when contract_forecast.month_start > method.snapshot then 'none'
        else 'final'
    end as result,
    case when contract_forecast.month_start > method.snapshot then 'MONTH_NOT_BEGUN' end as reason
from contract_forecast
cross join method
inner join contract_volume
    on contract_forecast.provider_code = contract_volume.provider_code
        and contract_forecast.contract_year = contract_volume.contract_year
        and contract_forecast.band_no = contract_volume.band_no
