-- grain: resource. What ingest read, per resource; part is the ingest stage's list of parts.
select
    resource,
    cast(sum(rows_read) as bigint) as rows_read,
    cast(sum(bytes) as bigint) as bytes
from part
group by resource
order by resource
