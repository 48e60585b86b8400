-- Why rows of the asked table of the extracts are in quarantine.
select file, line, key, code, field, message
from quarantine
semi join asked using (resource)
order by file, line, code, field nulls last, message
