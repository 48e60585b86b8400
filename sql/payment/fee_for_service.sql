-- table: fee_for_service
-- grain: one row per provider, contract year, band and month
-- reads: contract_volume, contract_forecast, method
-- why: METHOD 7: each month that has begun is paid on its forecast, at the price of the year's forecast
select
    f.provider_code,
    f.contract_year,
    cast(f.band_no * 100 + row_number() over (
        partition by f.provider_code, f.contract_year, f.band_no order by f.month_start
    ) as int) as place,
    'FEE_FOR_SERVICE' as component,
    v.band as item,
    f.month_start as period_start,
    f.month_end as period_end,
    f.forecast_starts as units,
    'start' as unit,
    v.forecast_price as unit_price,
    case
        when f.month_start > m.snapshot then 0
        else priced_pence(f.forecast_starts, 1, cast(v.forecast_price * 100 as bigint))
    end as pence,
    case when f.month_start > m.snapshot then 'NOT_DUE' else 'FORECAST_PRICE' end as rule,
    case when f.month_start > m.snapshot then 'none' else 'final' end as result,
    case when f.month_start > m.snapshot then 'MONTH_NOT_BEGUN' end as reason
from contract_forecast as f
cross join method as m
inner join contract_volume as v
    on f.provider_code = v.provider_code
        and f.contract_year = v.contract_year
        and f.band_no = v.band_no
