-- grain: file. Rows and size of Parquet files; ? is a pattern.
select file_name, cast(num_rows as bigint) as n
from parquet_file_metadata(?)
order by file_name
