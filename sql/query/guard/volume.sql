-- Rows read now beside those of the version that readers see, by resource.
with arrived as (
    select resource, sum(rows_read) as rows_read from part group by resource
)

select
    b.resource,
    b.rows_read as rows_before,
    cast(coalesce(a.rows_read, 0) as bigint) as rows_read
from last_arrival as b
left join arrived as a on b.resource = a.resource
order by b.resource
