-- table: comparison_unit
-- grain: one row per participant who may be analysed, and per index event of the pool
-- reads: scope_trait, participant_attrition, request_participant, pool_index
-- why: METHOD 8.3: the two groups before matching, in the order that ties follow
with unit as (
    select
        true as is_participant,
        participant_attrition.person_no,
        participant_attrition.index_date,
        request_participant.has_end,
        request_participant.days,
        coalesce(request_participant.start_date > participant_attrition.index_date, false)
            as is_started_after,
        coalesce(request_participant.end_date > participant_attrition.index_date, false)
            as is_ended_after
    from participant_attrition
    inner join request_participant
        on participant_attrition.participant_row = request_participant.participant_row
    where participant_attrition.reason is null
    union all
    select false, person_no, index_date, false, cast(null as int), false, false
    from pool_index
)

select
    unit.is_participant,
    unit.has_end,
    unit.days,
    unit.is_started_after,
    unit.is_ended_after,
    scope_trait.*
from unit
inner join scope_trait
    on unit.person_no = scope_trait.person_no and unit.index_date = scope_trait.index_date
order by scope_trait.person_key, scope_trait.index_date
