-- table: excluded_person
-- grain: one row per quarter or year cohort, person who had an entry event in it and none usable, and
--        rule that any of those events breaks
-- reads: broken_rule, cohort_part, cohort_entry
-- why: METHOD 15: people are counted, not events: somebody is gained without a rule who has an entry
--      event that breaks no other
with excluded as (
    select
        cohort_part.cohort_window,
        cohort_part.cohort_start,
        broken_rule.person_no,
        broken_rule.rule,
        min(broken_rule.rules) = 1 as is_gained
    from broken_rule
    inner join cohort_part on quarter_start(broken_rule.index_date) = cohort_part.part_start
    where cohort_part.cohort_window in ('quarter', 'year')
    group by cohort_part.cohort_window, cohort_part.cohort_start, broken_rule.person_no,
        broken_rule.rule
)

select
    excluded.*,
    count(*) over (
        partition by excluded.cohort_window, excluded.cohort_start, excluded.person_no
    ) = 1 as is_alone
from excluded
anti join cohort_entry
    on excluded.cohort_window = cohort_entry.cohort_window
        and excluded.cohort_start = cohort_entry.cohort_start
        and excluded.person_no = cohort_entry.person_no
