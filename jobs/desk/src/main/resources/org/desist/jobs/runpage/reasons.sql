-- grain: resource, code, field. Why rows were refused. Never what stood in them.
select resource, code, level, coalesce(field, '') as field, count(distinct (file, line)) as rows
from page_quarantine
group by resource, code, level, field
order by rows desc, resource, code, field
