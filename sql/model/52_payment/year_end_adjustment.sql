-- table: year_end_adjustment
-- grain: one row per provider, contract year, band and side: the starts that came, the forecast that was paid
-- reads: contract_volume
-- why: METHOD 7: the year's starts at the price of their volume, less what was paid on the forecast;
--      nothing moves within the tolerance, and nothing before the year is over
with side as (
    select
        contract_volume.*,
        s.side_no,
        case
            when s.side_no = 1 then contract_volume.actual_starts
            else -contract_volume.forecast_starts
        end as units,
        case
            when s.side_no = 1 then contract_volume.actual_price
            else contract_volume.forecast_price
        end as unit_price
    from contract_volume
    cross join (values (1), (2)) as s(side_no)
)

select
    provider_code,
    contract_year,
    cast(band_no * 10 + side_no as int) as order_no,
    'YEAR_END_ADJUSTMENT' as component,
    band as item,
    year_start as period_start,
    year_end as period_end,
    case when is_over then units end as units,
    'start' as unit,
    case when is_over then unit_price end as unit_price,
    case
        when not is_over or is_tolerated then 0
        else priced_pence(units, 1, cast(unit_price * 100 as bigint))
    end as pence,
    case
        when not is_over then 'NOT_DUE'
        when is_tolerated then 'WITHIN_TOLERANCE'
        when side_no = 1 then 'ACTUAL_PRICE'
        else 'LESS_FORECAST'
    end as rule,
    case when is_over then 'final' else 'INTERIM' end as result,
    case when not is_over then 'YEAR_NOT_OVER' end as reason,
    case when is_over then actual_starts end as people
from side
