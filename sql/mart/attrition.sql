-- table: attrition
-- mart: restricted
-- grain: one row per reported cohort and reason somebody left for
-- reads: cohort_basis, attrition_count
-- why: who had an entry event and is in no cohort; for four quarters the sum of the four
select
    w.cohort_window,
    w.cohort_start,
    a.reason,
    cast(sum(a.people) as bigint) as people
from cohort_basis as w
inner join attrition_count as a
    on w.basis_window = a.cohort_window and w.basis_start = a.cohort_start
group by w.cohort_window, w.cohort_start, a.reason
order by cohort_window, cohort_start, reason
