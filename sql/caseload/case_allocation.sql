-- table: case_allocation
-- kind: view
-- grain: one row per case that should have been allocated to an officer by the snapshot
-- reads: supervised_case, working_day, method_allocation, method
-- why: METHOD 10: within so many working days of sentence, whose own day is none of them. What was not
--      allocated is not in time; without a date of sentence, and before the last day to do it has come,
--      nobody can tell
select
    c.case_no,
    c.start_date,
    coalesce(
        c.allocation_date <= c.sentence_date
            or a.working_days_before - s.working_days < m.allocation_working_days,
        false
    ) as is_in_time
from supervised_case as c
cross join method as m
semi join method_allocation as t on c.sentence_type = t.sentence_type
inner join working_day as s on c.sentence_date = s.counted_day
inner join working_day as n on m.snapshot = n.counted_day
left join working_day as a on c.allocation_date = a.counted_day
where n.working_days - s.working_days >= m.allocation_working_days
