-- table: attrition_person
-- kind: view
-- grain: one row per quarter or year cohort and person who had an entry event in it and none usable
-- reads: entry_event, cohort_part, cohort_entry
-- why: METHOD 2: people are counted once, at the first reason in the method's order
with reason as (
    select
        cohort_part.cohort_window,
        cohort_part.cohort_start,
        entry_event.person_no,
        min(
            case entry_event.exclusion
                when 'NO_INDEX_OFFENCE' then 2
                when 'NO_BIRTH_DATE' then 3
                when 'UNDER_10' then 4
                when 'DIED_BEFORE_INDEX' then 5
            end
        ) as reason_rank
    from entry_event
    inner join cohort_part on quarter_start(entry_event.index_date) = cohort_part.part_start
    where cohort_part.cohort_window in ('quarter', 'year')
        and entry_event.person_no is not null
        and entry_event.exclusion is not null
    group by cohort_part.cohort_window, cohort_part.cohort_start, entry_event.person_no
)

select reason.*
from reason
anti join cohort_entry
    on reason.cohort_window = cohort_entry.cohort_window
        and reason.cohort_start = cohort_entry.cohort_start
        and reason.person_no = cohort_entry.person_no
