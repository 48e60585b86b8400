-- table: cohort_profile
-- kind: view
-- grain: one row per quarter or year cohort and member
-- reads: cohort_entry, index_profile
-- why: the member's profile in each cohort
select
    e.cohort_window,
    e.cohort_start,
    i.*
from cohort_entry as e
inner join index_profile as i on e.person_no = i.person_no and e.index_date = i.index_date
