-- Resources of which the snapshot had no file.
select resource
from published.arrival
where files = 0
