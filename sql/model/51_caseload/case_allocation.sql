-- table: case_allocation
-- kind: view
-- grain: one row per case that should have been allocated to an officer by the snapshot
-- reads: supervised_case, working_day, method_allocation, method
-- why: METHOD 10: within so many working days of sentence, whose own day is none of them. What was not
--      allocated is not in time; without a date of sentence, and before the last day to do it has come,
--      nobody can tell
select
    supervised_case.case_no,
    supervised_case.start_date,
    coalesce(
        supervised_case.allocation_date <= supervised_case.sentence_date
            or a.working_days_before - s.working_days < method.allocation_working_days,
        false
    ) as is_in_time
from supervised_case
cross join method
semi join method_allocation as allocation
    on supervised_case.sentence_type = allocation.sentence_type
inner join working_day as s on supervised_case.sentence_date = s.counted_day
inner join working_day as n on method.snapshot = n.counted_day
left join working_day as a on supervised_case.allocation_date = a.counted_day
where n.working_days - s.working_days >= method.allocation_working_days
