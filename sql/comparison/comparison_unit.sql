-- table: comparison_unit
-- grain: one row per participant who may be analysed, and per index event of the pool
-- reads: scope_trait, participant_attrition, request_participant, pool_index
-- why: METHOD 8.3: the two groups before matching, in the order that ties follow
with unit as (
    select
        true as is_participant,
        a.person_no,
        a.index_date,
        p.has_end,
        p.days
    from participant_attrition as a
    inner join request_participant as p on a.participant_row = p.participant_row
    where a.reason is null
    union all
    select false, person_no, index_date, false, cast(null as int)
    from pool_index
)

select
    u.is_participant,
    u.has_end,
    u.days,
    t.*
from unit as u
inner join scope_trait as t on u.person_no = t.person_no and u.index_date = t.index_date
order by t.person_key, t.index_date
