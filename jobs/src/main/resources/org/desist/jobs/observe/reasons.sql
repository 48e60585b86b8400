-- grain: resource, code, level. Rows refused under each code; ? is a stage's quarantine.
select resource, code, level, cast(count(distinct (file, line)) as bigint) as n
from read_parquet(?)
group by resource, code, level
order by resource, code, level
