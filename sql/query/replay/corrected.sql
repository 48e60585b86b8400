-- The rows of one table of the extracts as delivered, but for those that a correction answers, and the
-- rows that answer them. Laid over raw_NAME where a run has corrections of that table.
select * from {table}_delivered anti join {table}_correction using (row_no)
union all
select * from {table}_correction
