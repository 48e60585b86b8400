-- table: cohort_status
-- grain: one row per reported cohort that has members
-- reads: cohort_entry, cohort_basis, method
-- why: METHOD 4: whether a cohort's figures are final, provisional or incomplete at the snapshot,
--      and for how many months every member has been followed
with last_entry as (
    select cohort_window, cohort_start, max(index_date) as last_index_date
    from cohort_entry
    group by cohort_window, cohort_start
),

last_member as (
    select
        cohort_basis.cohort_window,
        cohort_basis.cohort_start,
        cohort_basis.cohort_end,
        max(last_entry.last_index_date) as last_index_date
    from cohort_basis
    inner join last_entry
        on cohort_basis.basis_window = last_entry.cohort_window
            and cohort_basis.basis_start = last_entry.cohort_start
    group by cohort_basis.cohort_window, cohort_basis.cohort_start, cohort_basis.cohort_end
)

select
    last_member.cohort_window,
    last_member.cohort_start,
    last_member.cohort_end,
    case
        when add_months(last_member.cohort_end, method.observed_months) <= method.snapshot
            then 'final'
        when add_months(last_member.last_index_date, method.follow_up_months) <= method.snapshot
            then 'provisional'
        else 'incomplete'
    end as cohort_status,
    months_since(last_member.last_index_date, method.snapshot) as followed_months
from last_member
cross join method
