-- table: attrition
-- mart: restricted
-- grain: one row per reported cohort and reason somebody left for
-- reads: cohort_basis, attrition_count
-- why: METHOD 15: who had an entry event and is in no cohort; for four quarters the sum of the four
select
    cohort_basis.cohort_window,
    cohort_basis.cohort_start,
    attrition_count.reason,
    cast(sum(attrition_count.people) as bigint) as people
from cohort_basis
inner join attrition_count
    on cohort_basis.basis_window = attrition_count.cohort_window
        and cohort_basis.basis_start = attrition_count.cohort_start
group by cohort_basis.cohort_window, cohort_basis.cohort_start, attrition_count.reason
order by cohort_window, cohort_start, reason nulls last
