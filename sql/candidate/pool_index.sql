-- table: pool_index
-- grain: one row per person and index event that a participant's could be compared with
-- reads: scope_event, participant_index, request_participant, request, method
-- why: METHOD 8.3: the same categories in the same years, nobody who took part, follow-up final;
--      each person's earliest, unless a region has to be looked at first
with wanted as (
    select s.index_category, year(s.index_date) as index_year
    from participant_index as p
    inner join scope_event as s on p.person_no = s.person_no and p.index_date = s.index_date
),

candidate as (
    select
        s.person_no,
        s.index_date,
        row_number() over (partition by s.person_no order by s.index_date) as place
    from scope_event as s
    cross join method as m
    inner join (select distinct index_category from wanted) as c
        on s.index_category = c.index_category
    inner join (select distinct index_year from wanted) as y on year(s.index_date) = y.index_year
    anti join request_participant as t on s.person_no = t.person_no
    where add_months(s.index_date, m.observed_months) <= m.snapshot
)

select c.person_no, c.index_date
from candidate as c
cross join request as r
where c.place = 1 or r.has_region
