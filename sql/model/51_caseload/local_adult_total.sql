-- table: local_adult_total
-- grain: one row per rolling year and geography
-- reads: local_adult_year, local_adult_cell
-- why: METHOD 10: a person may be counted at up to four quarter ends
select
    local_adult_year.first_quarter_end,
    local_adult_year.last_quarter_end,
    local_adult_year.period_status,
    case
        when grouping(local_adult_cell.region) = 0 then 'region'
        when grouping(local_adult_cell.provider) = 0 then 'provider'
        when grouping(local_adult_cell.delivery_unit) = 0 then 'delivery_unit'
        when grouping(local_adult_cell.local_authority) = 0 then 'local_authority'
        else 'national'
    end as geography_type,
    coalesce(
        local_adult_cell.region, local_adult_cell.provider, local_adult_cell.delivery_unit,
        local_adult_cell.local_authority, 'EW'
    ) as geography_code,
    cast(sum(local_adult_cell.offenders) as bigint) as offenders,
    cast(
        sum(case when local_adult_year.is_observed then local_adult_cell.offenders else 0 end)
            as bigint
    ) as observed,
    cast(sum(local_adult_cell.reoffenders) as bigint) as reoffenders,
    cast(sum(local_adult_cell.scored) as bigint) as scored,
    cast(sum(local_adult_cell.one_year_billionths) as bigint) as one_year_billionths
from local_adult_year
inner join local_adult_cell on local_adult_year.quarter_start = local_adult_cell.quarter_start
group by local_adult_year.first_quarter_end, local_adult_year.last_quarter_end,
    local_adult_year.period_status, grouping sets (
    (local_adult_cell.region),
    (local_adult_cell.provider),
    (local_adult_cell.delivery_unit),
    (local_adult_cell.local_authority),
    ()
)
