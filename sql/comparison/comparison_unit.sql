-- table: comparison_unit
-- grain: one row per participant who may be analysed, and per person of the pool
-- reads: scope_trait, participant_attrition, request_participant, pool_index
-- why: METHOD 8.3: the two groups before matching, one row a person, in the order that ties follow
with pool as (
    select
        person_no,
        index_date,
        row_number() over (partition by person_no order by index_date) as place
    from pool_index
    semi join scope_trait using (person_no, index_date)
),

unit as (
    select
        true as is_participant,
        a.participant_row,
        a.person_no,
        a.index_date,
        p.has_end,
        p.days
    from participant_attrition as a
    inner join request_participant as p on a.participant_row = p.participant_row
    where a.reason is null
    union all
    select false, cast(null as int), person_no, index_date, cast(null as boolean), cast(null as int)
    from pool
    where place = 1
)

select
    u.is_participant,
    u.participant_row,
    u.has_end,
    u.days,
    t.*
from unit as u
inner join scope_trait as t on u.person_no = t.person_no and u.index_date = t.index_date
order by t.person_key
