-- grain: column, in order. Names and types of a table's columns.
select column_name, lower(column_type) as column_type
from (describe select * from asked)
