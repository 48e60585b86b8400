-- grain: resource. Rows in quarantine, each once; ? is a stage's quarantine.
select resource, cast(count(distinct (file, line)) as bigint) as n
from read_parquet(?)
where level = 'row'
group by resource
order by resource
