-- table: participant_attrition
-- grain: one row per row of participants.csv
-- reads: request_participant, participant_index, scope_trait, method
-- why: METHOD 8.2: the first reason, in its order, why a row is not analysed; null when it may be
with judged as (
    select
        p.participant_row,
        p.person_no,
        i.index_date,
        case
            when not p.is_usable then 'UNUSABLE'
            when p.person_no is null then 'NOT_FOUND'
            when i.index_date is null then 'NO_INDEX_EVENT'
            when t.person_no is null then 'OUT_OF_SCOPE'
        end as reason
    from request_participant as p
    left join participant_index as i on p.participant_row = i.participant_row
    left join scope_trait as t on i.person_no = t.person_no and i.index_date = t.index_date
),

ranked as (
    select
        *,
        row_number() over (
            partition by person_no, reason order by index_date, participant_row
        ) as place
    from judged
)

select
    r.participant_row,
    r.person_no,
    r.index_date,
    case
        when r.reason is not null then r.reason
        when r.place > 1 then 'DUPLICATE'
        when add_months(r.index_date, m.observed_months) > m.snapshot then 'NOT_FINAL'
    end as reason
from ranked as r
cross join method as m
