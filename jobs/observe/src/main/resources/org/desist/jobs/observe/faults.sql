-- grain: resource, field, code. Rows refused for a field; asked is a stage's quarantine.
select resource, field, code, cast(count(distinct (file, line)) as bigint) as n
from asked
where level = 'row'
group by resource, field, code
order by resource, field, code
