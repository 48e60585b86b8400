-- The files read, with their rows counted again: a row that is answered by a good one is good.
with bad as (
    select resource, part_of(row_no) as part, count(distinct row_no) as rows_bad
    from field_fault
    group by resource, part_of(row_no)
)

select
    p.resource, p.part, p.file, p.rows_read,
    cast(p.rows_read - coalesce(b.rows_bad, 0) as bigint) as rows_good,
    cast(coalesce(b.rows_bad, 0) as bigint) as rows_bad,
    p.bytes, p.sha256
from old_part as p
left join bad as b on p.resource = b.resource and p.part = b.part
