-- What the reader found wrong, without the rows that are answered and with what is wrong in their answers.
select o.resource, o.file, o.line, o.row_no, o.key, o.code, o.level, o.field, o.message
from old_{kind} as o
anti join answered_row as a on o.resource = a.resource and o.row_no = a.row_no
union all
select resource, file, line, row_no, key, code, level, field, message from corrected_{kind}
