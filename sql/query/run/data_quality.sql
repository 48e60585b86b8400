-- grain: resource, code, level. Rows rejected and rows used with a warning.
-- reads: data_quality, the published mart
select resource, code, level, cast(rows as bigint) as row_count
from data_quality
where level in ('row', 'warning') and rows > 0
order by row_count desc, resource, code
