-- table: custody_caseload
-- mart: published
-- grain: one row per quarter, nation or region, and category of a breakdown
-- reads: custody_cell, method
-- why: METHOD 10: people before release counted beside those in the community, with METHOD 9's primary
--      thresholds
with judged as (
    select
        custody_cell.*,
        is_small(custody_cell.people, method.smallest_count) as is_few
    from custody_cell
    cross join method
)

select
    quarter_start,
    quarter_end,
    geography_type,
    geography_code,
    breakdown,
    category,
    case when not is_few then people end as people,
    count_status(is_few) as count_status
from judged
order by quarter_start, geography_type, geography_code, breakdown, category
