-- In how many rows of one table each field changed.
select column_name, count(*) as rows_changed
from changed_cell
group by column_name
order by column_name
