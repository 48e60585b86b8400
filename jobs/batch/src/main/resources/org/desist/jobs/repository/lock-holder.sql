-- Who holds the advisory lock of a number; at most one row.
-- Reads the server's own lists of locks and sessions. A lock of one number of 64 bits is listed in
-- two halves, with objsubid 1.
select
    coalesce(nullif(session.application_name, ''), 'another program') as name,
    to_char(session.backend_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
from pg_locks as held
inner join pg_stat_activity as session on held.pid = session.pid
where
    held.locktype = 'advisory'
    and held.granted
    and held.objsubid = 1
    and session.datname = current_database()
    and ((held.classid::bigint << 32) | held.objid::bigint) = ?
