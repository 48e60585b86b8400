-- table: service_cell
-- grain: one row per quarter, geography and service type or total
-- reads: service_start, caseload_quarter
-- why: METHOD 10: what started in a quarter, and what had come of it by the snapshot
select
    caseload_quarter.quarter_start,
    caseload_quarter.quarter_end,
    case
        when grouping(service_start.region) = 0 then 'region'
        when grouping(service_start.provider) = 0 then 'provider'
        else 'national'
    end as geography_type,
    coalesce(service_start.region, service_start.provider, 'EW') as geography_code,
    case
        when grouping(service_start.service_type) = 0 then 'service_type'
        else 'total'
    end as breakdown,
    coalesce(service_start.service_type, 'total') as category,
    cast(count(*) as bigint) as starts,
    cast(count(*) filter (where service_start.is_ended) as bigint) as ended,
    cast(count(*) filter (where service_start.is_completed) as bigint) as completions
from service_start
inner join caseload_quarter
    on quarter_start(service_start.start_date) = caseload_quarter.quarter_start
group by caseload_quarter.quarter_start, caseload_quarter.quarter_end, grouping sets (
    (service_start.region, service_start.service_type),
    (service_start.region),
    (service_start.provider, service_start.service_type),
    (service_start.provider),
    (service_start.service_type),
    ()
)
