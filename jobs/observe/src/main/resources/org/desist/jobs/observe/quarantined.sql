-- grain: resource. Rows in quarantine, each once; asked is a stage's quarantine.
select resource, cast(count(distinct (file, line)) as bigint) as n
from asked
where level = 'row'
group by resource
order by resource
