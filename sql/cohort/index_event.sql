-- table: index_event
-- grain: one row per person and day with a usable entry event
-- reads: entry_event, sanction
-- why: METHOD 2: the entry event that counts on its day, and the day of the one before it
with ordered as (
    select
        e.*,
        row_number() over (
            partition by e.person_no, e.index_date
            order by e.entry_rank, s.disposal_rank, s.severity_rank, s.event_id, e.release_id
        ) as place
    from entry_event as e
    inner join sanction as s on e.event_no = s.event_no
    where e.exclusion is null
)

select
    person_no,
    event_no,
    release_no,
    entry_type,
    age_at_index,
    index_date,
    lag(index_date) over (partition by person_no order by index_date) as previous_index_date
from ordered
where place = 1
