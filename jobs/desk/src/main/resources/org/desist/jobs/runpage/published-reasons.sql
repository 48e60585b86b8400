-- grain: resource, code. What a version says of its refusals and warnings.
select resource, code, level, '' as field, cast(rows as bigint) as rows
from page_quality
where rows > 0
order by case level when 'row' then 1 else 2 end, rows desc, resource, code
