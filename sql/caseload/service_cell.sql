-- table: service_cell
-- grain: one row per quarter, geography and service type or total
-- reads: service_start, caseload_quarter
-- why: METHOD 10: what started in a quarter, and what had come of it by the snapshot
select
    q.quarter_start,
    q.quarter_end,
    case
        when grouping(s.region) = 0 then 'region'
        when grouping(s.provider) = 0 then 'provider'
        else 'national'
    end as geography_type,
    coalesce(s.region, s.provider, 'EW') as geography_code,
    case when grouping(s.service_type) = 0 then 'service_type' else 'total' end as breakdown,
    coalesce(s.service_type, 'total') as category,
    cast(count(*) as bigint) as starts,
    cast(count(*) filter (where s.is_ended) as bigint) as ended,
    cast(count(*) filter (where s.is_completed) as bigint) as completions
from service_start as s
inner join caseload_quarter as q on quarter_start(s.start_date) = q.quarter_start
group by q.quarter_start, q.quarter_end, grouping sets (
    (s.region, s.service_type),
    (s.region),
    (s.provider, s.service_type),
    (s.provider),
    (s.service_type),
    ()
)
