-- table: pool_index
-- grain: one row per index event that a participant's could be compared with
-- reads: scope_event, participant_index, request_participant, method
-- why: METHOD 8.3: the same categories in the same years, nobody who took part, follow-up final.
--      Every such event of a person: to take the first alone would take those who had been quiet
with wanted as (
    select scope_event.index_category, year(scope_event.index_date) as index_year
    from participant_index
    inner join scope_event
        on participant_index.person_no = scope_event.person_no
            and participant_index.index_date = scope_event.index_date
)

select scope_event.person_no, scope_event.index_date
from scope_event
cross join method
semi join wanted as c on scope_event.index_category = c.index_category
semi join wanted as y on year(scope_event.index_date) = y.index_year
anti join request_participant on scope_event.person_no = request_participant.person_no
where add_months(scope_event.index_date, method.observed_months) <= method.snapshot
