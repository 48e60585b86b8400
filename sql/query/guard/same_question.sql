-- The run of an earlier version when it asked the same as this one, else no row. A method counts by
-- its name and measure: who changes more than levels gives it another name.
-- A version of an early release did not tell its measure, and is no history.
select p.run_id
from (
    select * from past_run
    union all by name
    select cast(null as string) as measure where false
) as p
inner join this_run as t
    on
        p.method = t.method
        and p.cohort_windows = t.cohort_windows
        and coalesce(p.cohort_from, make_date(1, 1, 1)) = coalesce(t.cohort_from, make_date(1, 1, 1))
        and coalesce(p.cohort_to, make_date(1, 1, 1)) = coalesce(t.cohort_to, make_date(1, 1, 1))
inner join method as m on p.measure = m.measure
