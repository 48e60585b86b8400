-- table: resettlement_cell
-- grain: one row per quarter, geography and service type or total
-- reads: release_service, caseload_quarter
-- why: METHOD 10: of all releases of a place, those before which a service had begun
with placed as (
    select *
    from (
        select
            caseload_quarter.quarter_start,
            caseload_quarter.quarter_end,
            release_service.release_no,
            release_service.service_type,
            'EW' as national,
            release_service.region,
            release_service.resettlement_area,
            release_service.prison
        from release_service
        inner join caseload_quarter
            on quarter_start(release_service.release_date) = caseload_quarter.quarter_start
    ) as released
    unpivot (
        geography_code for geography_type in (national, region, resettlement_area, prison)
    )
),

total as (
    select
        quarter_start,
        quarter_end,
        geography_type,
        geography_code,
        count(distinct release_no) as releases,
        count(distinct case when service_type is not null then release_no end) as with_service
    from placed
    group by quarter_start, quarter_end, geography_type, geography_code
),

by_type as (
    select
        quarter_start,
        geography_type,
        geography_code,
        service_type,
        count(*) as with_service
    from placed
    where service_type is not null
    group by quarter_start, geography_type, geography_code, service_type
)

select
    quarter_start,
    quarter_end,
    geography_type,
    geography_code,
    'total' as breakdown,
    'total' as category,
    cast(releases as bigint) as releases,
    cast(with_service as bigint) as with_service
from total
union all
select
    total.quarter_start,
    total.quarter_end,
    total.geography_type,
    total.geography_code,
    'service_type',
    by_type.service_type,
    cast(total.releases as bigint),
    cast(by_type.with_service as bigint)
from total
inner join by_type
    on total.quarter_start = by_type.quarter_start
        and total.geography_type = by_type.geography_type
        and total.geography_code = by_type.geography_code
