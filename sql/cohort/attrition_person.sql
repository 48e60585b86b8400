-- table: attrition_person
-- kind: view
-- grain: one row per quarter or year cohort and person who had an entry event in it and none usable
-- reads: entry_event, cohort_part, cohort_entry
-- why: METHOD 2: people are counted once, at the first reason in the method's order
with reason as (
    select
        w.cohort_window,
        w.cohort_start,
        e.person_no,
        min(
            case e.exclusion
                when 'NO_INDEX_OFFENCE' then 2
                when 'NO_BIRTH_DATE' then 3
                when 'UNDER_10' then 4
                when 'DIED_BEFORE_INDEX' then 5
            end
        ) as reason_rank
    from entry_event as e
    inner join cohort_part as w on quarter_start(e.index_date) = w.part_start
    where w.cohort_window in ('quarter', 'year')
        and e.person_no is not null
        and e.exclusion is not null
    group by w.cohort_window, w.cohort_start, e.person_no
)

select r.*
from reason as r
anti join cohort_entry as c
    on r.cohort_window = c.cohort_window and r.cohort_start = c.cohort_start
        and r.person_no = c.person_no
