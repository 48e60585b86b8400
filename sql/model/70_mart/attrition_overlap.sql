-- table: attrition_overlap
-- mart: restricted
-- grain: one row per reported cohort, rule that excludes somebody, and what is beside it
-- reads: cohort_basis, exclusion_overlap
-- why: METHOD 15: what each rule costs by itself and together with each other; for four quarters the
--      sum of the four
select
    cohort_basis.cohort_window,
    cohort_basis.cohort_start,
    exclusion_overlap.rule,
    exclusion_overlap.beside,
    cast(sum(exclusion_overlap.people) as bigint) as people,
    cast(sum(exclusion_overlap.people_gained) as bigint) as people_gained
from cohort_basis
inner join exclusion_overlap
    on cohort_basis.basis_window = exclusion_overlap.cohort_window
        and cohort_basis.basis_start = exclusion_overlap.cohort_start
group by cohort_basis.cohort_window, cohort_basis.cohort_start, exclusion_overlap.rule,
    exclusion_overlap.beside
order by cohort_window, cohort_start, rule, beside
