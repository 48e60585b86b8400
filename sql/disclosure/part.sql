-- table: attack_part
-- why: every sum that a reader can make: a category, an area or a quarter is a part of its whole. A sum is
--      one whole with the parts of one kind
with step as (
    select id, dimension_1 as kind, adds, without_first as whole_hash
    from attack_cell
    where dimension_1 <> ''
    union all
    select id, dimension_2 as kind, adds, without_second as whole_hash
    from attack_cell
    where dimension_2 <> ''
    union all
    select id, place_type as kind, adds, nation as whole_hash
    from attack_cell
    where place_type <> 'national'
    union all
    select id, 'quarter' as kind, adds, unnest(years) as whole_hash
    from attack_cell
    where cohort_window = 'quarter'
)

select
    whole.id as whole,
    step.id as part,
    step.kind,
    step.adds and step.kind not in (select name from attack_apart) as adds
from step
inner join attack_cell as whole on step.whole_hash = whole.cell_hash
