-- table: quarantine
-- mart: restricted
-- grain: one row per refused row and reason
-- reads: field_fault, row_fault, part, closed_row
-- why: METHOD 13: every refused row can be found in its file, with everything that is wrong with it; what
--      the reader found wrong with a row that was corrected is left out
with relation as (
    select
        row_fault.resource,
        part.file,
        line_of(row_fault.row_no) as line,
        row_fault.row_key as key,
        row_fault.code,
        'row' as level,
        row_fault.field,
        row_fault.message
    from row_fault
    inner join part on row_fault.resource = part.resource and part_of(row_fault.row_no) = part.part
),

own as (
    select resource, file, line, key, code, level, field, message
    from field_fault
    anti join closed_row using (resource, file, line)
)

select * from own
union all
select * from relation
