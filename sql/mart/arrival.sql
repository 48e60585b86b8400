-- table: arrival
-- mart: published
-- grain: one row per resource
-- reads: part, quarantine, accepted_rows
-- why: what arrived, and how much of it is used
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
    a.resource,
    cast(coalesce(p.files, 0) as bigint) as files,
    cast(coalesce(p.rows_read, 0) as bigint) as rows_read,
    cast(coalesce(r.rows_refused, 0) as bigint) as rows_refused,
    a.n as rows_used
from accepted_rows as a
left join arrived as p on a.resource = p.resource
left join refused as r on a.resource = r.resource
order by resource
