-- grain: column, in order. Names and types of a table's columns.
-- reads: written_table, any table that a stage wrote
select column_name, lower(column_type) as column_type
from (describe select * from written_table)
