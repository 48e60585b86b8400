-- grain: resource, then resource and code, then resource, code and field. Rejected rows: a row
-- counts once whatever the number of its reasons, and once for each code and for each field.
-- reads: quarantine, of the reader or of the store. Never what stood in a row.
select
    resource,
    code,
    field,
    level,
    grouping(code) = 1 as is_resource,
    grouping(field) = 1 as is_code,
    count(distinct (file, line)) as row_count
from quarantine
where level = 'row'
group by grouping sets ((resource, level), (resource, level, code), (resource, level, code, field))
order by row_count desc, resource, code, field nulls first
