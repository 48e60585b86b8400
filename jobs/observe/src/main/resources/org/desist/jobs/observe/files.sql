-- grain: one row. How many rows a table has.
select count(*) as n from asked
