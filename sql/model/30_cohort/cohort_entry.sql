-- table: cohort_entry
-- grain: one row per quarter or year cohort and member
-- reads: index_event, cohort_part
-- why: METHOD 2: an entry event is the earliest of a window exactly when the one before it lies
--      before the window
select
    cohort_part.cohort_window,
    cohort_part.cohort_start,
    index_event.person_no,
    index_event.index_date
from index_event
inner join cohort_part on quarter_start(index_event.index_date) = cohort_part.part_start
where cohort_part.cohort_window in ('quarter', 'year')
    and (
        index_event.previous_index_date is null
            or index_event.previous_index_date < cohort_part.cohort_start
    )
