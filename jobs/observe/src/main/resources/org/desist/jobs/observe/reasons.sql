-- grain: resource, code, level. Rows refused under each code; asked is a stage's quarantine.
select resource, code, level, cast(count(distinct (file, line)) as bigint) as n
from asked
group by resource, code, level
order by resource, code, level
