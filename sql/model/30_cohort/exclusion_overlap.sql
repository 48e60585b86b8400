-- table: exclusion_overlap
-- grain: one row per quarter or year cohort, rule that excludes somebody, and what is beside it
-- reads: excluded_person, attrition_count
-- why: METHOD 15: everybody a rule excludes, whom it excludes alone, and whom another excludes too.
--      An unlinked release has no person: no other rule can be seen beside it, nor what it would gain
with alone as (
    select
        cohort_window,
        cohort_start,
        rule,
        count(*) as people,
        count(*) filter (where is_gained) as people_gained,
        count(*) filter (where is_alone) as people_alone
    from excluded_person
    group by cohort_window, cohort_start, rule
    union all
    select cohort_window, cohort_start, reason, people, null, people
    from attrition_count
    where reason = 'NOT_LINKED'
),

together as (
    select one.cohort_window, one.cohort_start, one.rule, other.rule as beside, count(*) as people
    from excluded_person as one
    inner join excluded_person as other
        on one.cohort_window = other.cohort_window
            and one.cohort_start = other.cohort_start
            and one.person_no = other.person_no
            and one.rule <> other.rule
    group by one.cohort_window, one.cohort_start, one.rule, other.rule
)

select
    cohort_window,
    cohort_start,
    rule,
    'ANY' as beside,
    people,
    cast(people_gained as bigint) as people_gained
from alone
union all
select cohort_window, cohort_start, rule, 'NOTHING', people_alone, null from alone
union all
select cohort_window, cohort_start, rule, beside, people, null from together
