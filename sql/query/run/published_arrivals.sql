-- grain: resource. Files and rows read, and rows rejected, as a version says.
-- reads: arrival, the published mart
select resource, files, rows_read, rows_refused
from arrival
order by resource
