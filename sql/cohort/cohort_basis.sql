-- table: cohort_basis
-- kind: view
-- grain: one row per reported cohort and cohort of cohort_entry that it is made of
-- reads: cohort_window, cohort_part
-- why: a quarter and a year are themselves; four quarters are the sum of theirs
select
    w.cohort_window,
    w.cohort_start,
    w.cohort_end,
    w.cohort_window as basis_window,
    w.cohort_start as basis_start
from cohort_window as w
where w.is_reported and w.cohort_window <> 'four_quarters'
union all
select
    w.cohort_window,
    w.cohort_start,
    w.cohort_end,
    'quarter',
    p.part_start
from cohort_window as w
inner join cohort_part as p on w.cohort_window = p.cohort_window and w.cohort_start = p.cohort_start
where w.is_reported and w.cohort_window = 'four_quarters'
