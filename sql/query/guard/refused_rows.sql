-- Rows read and refused by resource, with the first refused row of each. Asked once the store is
-- written, to refuse a snapshot in which too much is wrong.
with arrived as (
    select resource, sum(rows_read) as rows_read from part group by resource
),

place as (
    select
        *,
        row_number() over (partition by resource order by file, line, code, field nulls last) as place
    from quarantine
),

refused as (
    select resource, count(distinct file || ':' || cast(line as string)) as rows_refused
    from quarantine
    group by resource
)

select
    a.resource,
    cast(a.rows_read as bigint) as rows_read,
    cast(coalesce(r.rows_refused, 0) as bigint) as rows_refused,
    p.file,
    p.line,
    p.code,
    p.field
from arrived as a
left join refused as r on a.resource = r.resource
left join place as p on a.resource = p.resource and p.place = 1
where a.rows_read > 0
order by a.resource
