-- table: local_adult_total
-- grain: one row per rolling year and geography
-- reads: local_adult_year, local_adult_cell
-- why: METHOD 10: a person may be counted at up to four quarter ends
select
    y.first_quarter_end,
    y.last_quarter_end,
    y.period_status,
    case
        when grouping(c.region) = 0 then 'region'
        when grouping(c.provider) = 0 then 'provider'
        when grouping(c.delivery_unit) = 0 then 'delivery_unit'
        when grouping(c.local_authority) = 0 then 'local_authority'
        else 'national'
    end as geography_type,
    coalesce(c.region, c.provider, c.delivery_unit, c.local_authority, 'EW') as geography_code,
    cast(sum(c.offenders) as bigint) as offenders,
    cast(sum(case when y.is_observed then c.offenders else 0 end) as bigint) as observed,
    cast(sum(c.reoffenders) as bigint) as reoffenders,
    cast(sum(c.scored) as bigint) as scored,
    cast(sum(c.one_year_billionths) as bigint) as one_year_billionths
from local_adult_year as y
inner join local_adult_cell as c on y.quarter_start = c.quarter_start
group by y.first_quarter_end, y.last_quarter_end, y.period_status, grouping sets (
    (c.region),
    (c.provider),
    (c.delivery_unit),
    (c.local_authority),
    ()
)
