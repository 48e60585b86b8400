-- table: arrival
-- mart: published
-- grain: one row per resource
-- reads: part, quarantine, accepted_rows
-- why: METHOD 13: what arrived, and how much of it is used
with arrived as (
    select resource, count(*) as files, sum(rows_read) as rows_read
    from part
    group by resource
),

refused as (
    select resource, count(distinct file || ':' || cast(line as string)) as rows_refused
    from quarantine
    group by resource
)

select
    accepted_rows.resource,
    cast(coalesce(arrived.files, 0) as bigint) as files,
    cast(coalesce(arrived.rows_read, 0) as bigint) as rows_read,
    cast(coalesce(refused.rows_refused, 0) as bigint) as rows_refused,
    accepted_rows.n as rows_used
from accepted_rows
left join arrived on accepted_rows.resource = arrived.resource
left join refused on accepted_rows.resource = refused.resource
order by resource
