-- Rows warned of by table and code, and columns that the contract does not have.
select resource, code, cast(count(distinct row_no) as bigint) as n
from row_warning
where row_no is not null
group by resource, code
union all
select resource, code, cast(count(distinct field) as bigint)
from row_warning
where row_no is null
group by resource, code
