-- table: attrition_count
-- grain: one row per quarter or year cohort and reason
-- reads: attrition_person, entry_event, cohort_part
-- why: METHOD 15: an unlinked release counts as one person, by its release date
with unlinked as (
    select cohort_part.cohort_window, cohort_part.cohort_start, 'NOT_LINKED' as reason, count(*)
        as people
    from entry_event
    inner join cohort_part on quarter_start(entry_event.index_date) = cohort_part.part_start
    where cohort_part.cohort_window in ('quarter', 'year') and entry_event.exclusion = 'NOT_LINKED'
    group by cohort_part.cohort_window, cohort_part.cohort_start
),

linked as (
    select
        cohort_window,
        cohort_start,
        case reason_rank
            when 2 then 'NO_INDEX_OFFENCE'
            when 3 then 'NO_BIRTH_DATE'
            when 4 then 'UNDER_10'
            when 5 then 'DIED_BEFORE_INDEX'
        end as reason,
        count(*) as people
    from attrition_person
    group by cohort_window, cohort_start, reason_rank
)

select cohort_window, cohort_start, reason, cast(people as bigint) as people from unlinked
union all
select cohort_window, cohort_start, reason, cast(people as bigint) from linked
