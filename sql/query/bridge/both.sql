-- A table of both versions, each row with the version it is of. {table} is a name out of a list.
select 'earlier' as version, e.* from earlier_{table} as e
union all by name
select 'later' as version, l.* from later_{table} as l
