-- grain: resource, code. Rows used with a warning; ? is the mart data_quality.
select resource, code, cast(rows as bigint) as n
from read_parquet(?)
where level = 'warning'
order by resource, code
