-- table: pool_index
-- grain: one row per index event that a participant's could be compared with
-- reads: scope_event, participant_index, request_participant, method
-- why: METHOD 8.3: the same categories in the same years, nobody who took part, follow-up final.
--      Every such event of a person: to take the first alone would take those who had been quiet
with wanted as (
    select s.index_category, year(s.index_date) as index_year
    from participant_index as p
    inner join scope_event as s on p.person_no = s.person_no and p.index_date = s.index_date
)

select s.person_no, s.index_date
from scope_event as s
cross join method as m
semi join wanted as c on s.index_category = c.index_category
semi join wanted as y on year(s.index_date) = y.index_year
anti join request_participant as t on s.person_no = t.person_no
where add_months(s.index_date, m.observed_months) <= m.snapshot
