-- Why rows of one table of the extracts are in quarantine.
select q.file, q.line, q.key, q.code, q.field, q.message
from quarantine as q
where q.resource = '{resource}'
order by q.file, q.line, q.code, q.field nulls last, q.message
