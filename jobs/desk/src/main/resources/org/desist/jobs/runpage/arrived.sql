-- grain: resource. Rows that ingest read.
select resource, cast(sum(rows_read) as bigint) as rows
from page_part
group by resource
having sum(rows_read) > 0
order by resource
