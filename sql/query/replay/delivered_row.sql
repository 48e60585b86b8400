-- Rows of a delivered Parquet file by their places in it, as text. DuckDB only.
select cast(columns(*) as string)
from delivered
where file_row_number + 1 in (select line from wanted_line)
