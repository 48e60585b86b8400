-- table: cohort_status
-- grain: one row per reported cohort that has members
-- reads: cohort_entry, cohort_basis, method
-- why: METHOD 4: whether a cohort's figures are final, provisional or incomplete at the snapshot
with last_entry as (
    select cohort_window, cohort_start, max(index_date) as last_index_date
    from cohort_entry
    group by cohort_window, cohort_start
),

last_member as (
    select
        w.cohort_window,
        w.cohort_start,
        w.cohort_end,
        max(e.last_index_date) as last_index_date
    from cohort_basis as w
    inner join last_entry as e
        on w.basis_window = e.cohort_window and w.basis_start = e.cohort_start
    group by w.cohort_window, w.cohort_start, w.cohort_end
)

select
    c.cohort_window,
    c.cohort_start,
    c.cohort_end,
    case
        when add_months(c.cohort_end, m.observed_months) <= m.snapshot then 'final'
        when add_months(c.last_index_date, m.follow_up_months) <= m.snapshot then 'provisional'
        else 'incomplete'
    end as cohort_status
from last_member as c
cross join method as m
