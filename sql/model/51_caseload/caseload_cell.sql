-- table: caseload_cell
-- grain: one row per quarter, geography and category of a breakdown
-- reads: caseload_count
-- why: METHOD 10: added up by what is supervised first, then by place
with by_breakdown as (
    select
        quarter_start,
        region, provider, delivery_unit, local_authority,
        case
            when grouping(sentence_type) = 0 then 'sentence_type'
            when grouping(risk_of_harm) = 0 then 'risk_of_harm'
            else 'total'
        end as breakdown,
        coalesce(sentence_type, risk_of_harm, 'total') as category,
        sum(people) as people,
        sum(starts) as starts,
        sum(ends) as ends,
        sum(allocation_due) as allocation_due,
        sum(allocated_in_time) as allocated_in_time
    from caseload_count
    group by quarter_start, region, provider, delivery_unit, local_authority, grouping sets (
        (sentence_type),
        (risk_of_harm),
        ()
    )
),

by_place as (
    select
        quarter_start,
        case
            when grouping(region) = 0 then 'region'
            when grouping(provider) = 0 then 'provider'
            when grouping(delivery_unit) = 0 then 'delivery_unit'
            when grouping(local_authority) = 0 then 'local_authority'
            else 'national'
        end as geography_type,
        coalesce(region, provider, delivery_unit, local_authority, 'EW') as geography_code,
        breakdown,
        category,
        sum(people) as people,
        sum(starts) as starts,
        sum(ends) as ends,
        sum(allocation_due) as allocation_due,
        sum(allocated_in_time) as allocated_in_time
    from by_breakdown
    group by quarter_start, breakdown, category, grouping sets (
        (region),
        (provider),
        (delivery_unit),
        (local_authority),
        ()
    )
)

select
    quarter_start,
    geography_type,
    geography_code,
    breakdown,
    category,
    cast(people as bigint) as people,
    cast(starts as bigint) as starts,
    cast(ends as bigint) as ends,
    cast(allocation_due as bigint) as allocation_due,
    cast(allocated_in_time as bigint) as allocated_in_time
from by_place
