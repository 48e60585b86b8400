-- grain: resource. Files, rows and bytes that ingest read.
-- reads: part, what the reader wrote down of each part it read
select
    resource,
    cast(count(*) as bigint) as files,
    cast(sum(rows_read) as bigint) as rows_read,
    cast(sum(bytes) as bigint) as bytes
from part
group by resource
order by resource
