-- table: reader_warning
-- kind: view
-- grain: one row per resource and code under which the reader warned of rows or columns
-- reads: row_warning, closed_row
-- why: METHOD 13: rows used with a warning; of a row that was corrected, only what its correction says
with standing as (
    select resource, code, row_no, field
    from row_warning
    anti join closed_row using (resource, file, line)
)

select
    resource,
    code,
    count(distinct row_no) + count(distinct case when row_no is null then field end) as n
from standing
group by resource, code
