-- grain: resource. Rows read and refused, as a version says.
select resource, rows_read as rows, rows_refused
from page_arrival
where rows_read > 0
order by resource
