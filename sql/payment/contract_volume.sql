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
    s.provider_code,
    s.contract_year,
    s.band_no,
    s.band,
    y.year_start,
    y.year_end,
    f.forecast_starts,
    s.actual_starts,
    p.price as forecast_price,
    a.price as actual_price,
    m.snapshot > y.year_end as is_over,
    y.tolerance_billionths is not null
    and abs(s.actual_starts - f.forecast_starts) * 1000000000
    <= y.tolerance_billionths * f.forecast_starts as is_tolerated
from contract_start as s
cross join method as m
inner join contract_year as y
    on s.provider_code = y.provider_code and s.contract_year = y.contract_year
inner join forecast as f
    on s.provider_code = f.provider_code
        and s.contract_year = f.contract_year
        and s.band_no = f.band_no
inner join contract_price as p
    on s.provider_code = p.provider_code
        and s.contract_year = p.contract_year
        and s.band_no = p.band_no
        and f.forecast_starts >= p.from_starts
        and f.forecast_starts <= coalesce(p.to_starts, f.forecast_starts)
inner join contract_price as a
    on s.provider_code = a.provider_code
        and s.contract_year = a.contract_year
        and s.band_no = a.band_no
        and s.actual_starts >= a.from_starts
        and s.actual_starts <= coalesce(a.to_starts, s.actual_starts)
