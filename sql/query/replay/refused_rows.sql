-- How many rows are in quarantine, over all tables of the extracts.
select count(distinct resource || ':' || file || ':' || cast(line as string)) as n from quarantine
