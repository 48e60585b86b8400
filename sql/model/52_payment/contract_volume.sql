-- table: contract_volume
-- grain: one row per provider, contract year and band
-- reads: contract_start, contract_year, contract_forecast, contract_price, method
-- why: METHOD 7, fee for service: the volume forecast and the volume that came, each with the price
--      of the step that it falls into; the edge of a step belongs to it
with forecast as (
    select
        provider_code,
        contract_year,
        band_no,
        cast(sum(forecast_starts) as bigint) as forecast_starts
    from contract_forecast
    group by provider_code, contract_year, band_no
)

select
    contract_start.provider_code,
    contract_start.contract_year,
    contract_start.band_no,
    contract_start.band,
    contract_year.year_start,
    contract_year.year_end,
    forecast.forecast_starts,
    contract_start.actual_starts,
    p.price as forecast_price,
    a.price as actual_price,
    method.snapshot > contract_year.year_end as is_over,
    contract_year.tolerance_billionths is not null
    and abs(contract_start.actual_starts - forecast.forecast_starts) * 1000000000
    <= contract_year.tolerance_billionths * forecast.forecast_starts as is_tolerated
from contract_start
cross join method
inner join contract_year
    on contract_start.provider_code = contract_year.provider_code
        and contract_start.contract_year = contract_year.contract_year
inner join forecast
    on contract_start.provider_code = forecast.provider_code
        and contract_start.contract_year = forecast.contract_year
        and contract_start.band_no = forecast.band_no
inner join contract_price as p
    on contract_start.provider_code = p.provider_code
        and contract_start.contract_year = p.contract_year
        and contract_start.band_no = p.band_no
        and forecast.forecast_starts >= p.from_starts
        and forecast.forecast_starts <= coalesce(p.to_starts, forecast.forecast_starts)
inner join contract_price as a
    on contract_start.provider_code = a.provider_code
        and contract_start.contract_year = a.contract_year
        and contract_start.band_no = a.band_no
        and contract_start.actual_starts >= a.from_starts
        and contract_start.actual_starts <= coalesce(a.to_starts, contract_start.actual_starts)
