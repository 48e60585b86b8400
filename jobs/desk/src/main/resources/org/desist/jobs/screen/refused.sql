-- grain: resource, code. What was refused or warned about, worst first.
select
    resource,
    code,
    level,
    cast(rows as bigint) as rows
from published.data_quality
where level in ('row', 'warning') and rows > 0
order by
    case level when 'row' then 1 else 2 end,
    rows desc,
    resource,
    code
