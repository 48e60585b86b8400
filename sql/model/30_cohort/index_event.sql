-- table: index_event
-- grain: one row per person and day with a usable entry event
-- reads: entry_event, sanction, cohort_part
-- why: METHOD 2: the entry event that counts on its day, and the day of the one before it. What
--      happened next is followed of those that make somebody a member of a cohort: of the cohorts a
--      day lies in, an event is the first in any exactly when it is in the one that starts last
with usable_entries as (
    select
        entry_event.*,
        row_number() over (
            partition by entry_event.person_no, entry_event.index_date
            order by
                entry_event.entry_rank, sanction.disposal_rank, sanction.severity_rank,
                sanction.event_id, entry_event.release_id
        ) as rank_in_day
    from entry_event
    inner join sanction on entry_event.event_no = sanction.event_no
    where entry_event.exclusion is null
),

index_events as (
    select
        person_no,
        event_no,
        release_no,
        entry_type,
        age_at_index,
        index_date,
        lag(index_date) over (partition by person_no order by index_date) as previous_index_date
    from usable_entries
    where rank_in_day = 1
),

latest_cohorts as (
    select part_start, max(cohort_start) as cohort_start
    from cohort_part
    where cohort_window in ('quarter', 'year')
    group by part_start
)

select
    index_events.*,
    coalesce(
        index_events.previous_index_date < latest_cohorts.cohort_start,
        latest_cohorts.cohort_start is not null
    ) as is_followed
from index_events
left join latest_cohorts on quarter_start(index_events.index_date) = latest_cohorts.part_start
