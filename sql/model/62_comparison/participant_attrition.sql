-- table: participant_attrition
-- grain: one row per row of participants.csv
-- reads: request_participant, participant_index, scope_trait, method
-- why: METHOD 8.2: the first reason, in its order, why a row is not analysed; null when it may be
with judged as (
    select
        request_participant.participant_row,
        request_participant.person_no,
        participant_index.index_date,
        case
            when not request_participant.is_usable then 'UNUSABLE'
            when request_participant.person_no is null then 'NOT_FOUND'
            when participant_index.index_date is null then 'NO_INDEX_EVENT'
            when scope_trait.person_no is null then 'OUT_OF_SCOPE'
        end as reason
    from request_participant
    left join participant_index
        on request_participant.participant_row = participant_index.participant_row
    left join scope_trait
        on participant_index.person_no = scope_trait.person_no
            and participant_index.index_date = scope_trait.index_date
),

ranked as (
    select
        *,
        row_number() over (
            partition by person_no, reason order by index_date, participant_row
        ) as rank_no
    from judged
)

select
    ranked.participant_row,
    ranked.person_no,
    ranked.index_date,
    case
        when ranked.reason is not null then ranked.reason
        when ranked.rank_no > 1 then 'DUPLICATE'
        when add_months(ranked.index_date, method.observed_months) > method.snapshot
            then 'NOT_FINAL'
    end as reason
from ranked
cross join method
