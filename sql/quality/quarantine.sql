-- table: quarantine
-- mart: restricted
-- grain: one row per refused row and reason
-- reads: field_fault, row_fault, part
-- why: every refused row can be found in its file, with everything that is wrong with it
with relation as (
    select
        f.resource,
        p.file,
        line_of(f.row_no) as line,
        f.row_key as key,
        f.code,
        'row' as level,
        f.field,
        f.message
    from row_fault as f
    inner join part as p on f.resource = p.resource and part_of(f.row_no) = p.part
),

own as (
    select resource, file, line, key, code, level, field, message
    from field_fault
)

select * from own
union all
select * from relation
