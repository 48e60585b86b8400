-- table: resettlement
-- mart: published
-- grain: one row per quarter, geography and service type or total
-- reads: resettlement_cell, method
-- why: METHOD 10 with METHOD 9's primary thresholds: small counts are withheld, and a share needs enough
--      releases
with judged as (
    select
        resettlement_cell.*,
        is_small(resettlement_cell.releases, method.smallest_count) as is_few_releases,
        is_small(resettlement_cell.with_service, method.smallest_count) as is_few_with_service,
        resettlement_cell.releases < method.minimum_offenders as is_too_few
    from resettlement_cell
    cross join method
),

status as (
    select
        *,
        count_status(is_few_releases or is_few_with_service) as count_status,
        rate_status(is_too_few, is_few_with_service) as rate_status
    from judged
)

select
    quarter_start,
    quarter_end,
    geography_type,
    geography_code,
    breakdown,
    category,
    case when not is_few_releases then releases end as releases,
    case when not is_few_with_service then with_service end as with_service,
    case when rate_status = 'ok' then ratio(with_service, releases) end as share_with_service,
    count_status,
    rate_status
from status
order by quarter_start, geography_type, geography_code, breakdown, category
