-- grain: column, in order. Names and types of a table's columns; ? is a pattern.
select column_name, lower(column_type) as column_type
from (describe select * from read_parquet(?))
