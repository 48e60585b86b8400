-- grain: one row. How many rows a table has.
-- reads: written_table, any table that a stage wrote
select count(*) as row_count
from written_table
