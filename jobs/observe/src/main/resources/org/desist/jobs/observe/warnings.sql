-- grain: resource, code. Rows used with a warning; asked is the mart data_quality.
select resource, code, cast(rows as bigint) as n
from asked
where level = 'warning'
order by resource, code
