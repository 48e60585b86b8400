-- table: cohort_entry
-- grain: one row per quarter or year cohort and member
-- reads: index_event, cohort_part
-- why: an entry event is the earliest of a window exactly when the one before it lies before the window
select
    w.cohort_window,
    w.cohort_start,
    i.person_no,
    i.index_date
from index_event as i
inner join cohort_part as w on quarter_start(i.index_date) = w.part_start
where w.cohort_window in ('quarter', 'year')
    and (i.previous_index_date is null or i.previous_index_date < w.cohort_start)
