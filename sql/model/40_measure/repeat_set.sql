-- table: repeat_set
-- grain: one row per set of two, three or four quarters within four that a person is in, and quarter of it
-- reads: cohort_entry, cohort_basis
-- why: METHOD 2: in four quarters a person may appear up to four times. Every set that the times of a
--      person make, once, whatever cohorts of four quarters it is in
with memberships as (
    select
        cohort_entry.person_no,
        cohort_entry.cohort_start,
        cohort_entry.index_date,
        lead(cohort_entry.cohort_start) over (
            partition by cohort_entry.person_no order by cohort_entry.cohort_start
        ) as later_start
    from cohort_entry
    semi join cohort_basis
        on cohort_entry.cohort_start = cohort_basis.basis_start
            and cohort_basis.cohort_window = 'four_quarters'
    where cohort_entry.cohort_window = 'quarter'
),

-- Quarters of a set, and its last, in months after the first.
quarters_of_set as (
    select *
    from (values
        (1, 2, 3, 0), (1, 2, 3, 3), (2, 2, 6, 0), (2, 2, 6, 6), (3, 2, 9, 0), (3, 2, 9, 9),
        (4, 3, 6, 0), (4, 3, 6, 3), (4, 3, 6, 6), (5, 3, 9, 0), (5, 3, 9, 3), (5, 3, 9, 9),
        (6, 3, 9, 0), (6, 3, 9, 6), (6, 3, 9, 9),
        (7, 4, 9, 0), (7, 4, 9, 3), (7, 4, 9, 6), (7, 4, 9, 9)
    ) as quarters(set_no, size, last_month, month)
),

attempts as (
    select
        earliest.person_no,
        earliest.cohort_start as set_start,
        add_months(earliest.cohort_start, quarters_of_set.last_month) as set_end,
        quarters_of_set.set_no,
        quarters_of_set.size,
        memberships.index_date,
        count(*) over (
            partition by earliest.person_no, earliest.cohort_start, quarters_of_set.set_no
        ) as found
    from memberships as earliest
    cross join quarters_of_set
    inner join memberships
        on earliest.person_no = memberships.person_no
            and add_months(earliest.cohort_start, quarters_of_set.month) = memberships.cohort_start
    where earliest.later_start <= add_months(earliest.cohort_start, 9)
)

select person_no, set_start, set_end, set_no, size, index_date
from attempts
where found = size
