-- table: cohort_basis
-- kind: view
-- grain: one row per reported cohort and cohort of cohort_entry that it is made of
-- reads: cohort_window, cohort_part
-- why: METHOD 2: a quarter and a year are themselves; four quarters are the sum of theirs
select
    cohort_window.cohort_window,
    cohort_window.cohort_start,
    cohort_window.cohort_end,
    cohort_window.cohort_window as basis_window,
    cohort_window.cohort_start as basis_start
from cohort_window
where cohort_window.is_reported and cohort_window.cohort_window <> 'four_quarters'
union all
select
    cohort_window.cohort_window,
    cohort_window.cohort_start,
    cohort_window.cohort_end,
    'quarter',
    cohort_part.part_start
from cohort_window
inner join cohort_part
    on cohort_window.cohort_window = cohort_part.cohort_window
        and cohort_window.cohort_start = cohort_part.cohort_start
where cohort_window.is_reported and cohort_window.cohort_window = 'four_quarters'
