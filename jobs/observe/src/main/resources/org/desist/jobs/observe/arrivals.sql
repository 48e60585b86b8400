-- grain: resource. What ingest read; asked is the ingest stage's list of parts.
select
    resource,
    cast(count(*) as bigint) as files,
    cast(sum(rows_read) as bigint) as rows_read,
    cast(sum(bytes) as bigint) as bytes
from asked
group by resource
order by resource
