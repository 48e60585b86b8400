-- table: matrix_cell
-- grain: one row per reported cohort, index offence group and reoffence offence group
-- reads: cohort_basis, cohort_entry, index_profile, index_reoffence
-- why: METHOD 4: what people did next, by what brought them in
with pair as (
    select
        person_no,
        index_date,
        offence_group as reoffence_offence_group,
        count(*) as reoffences
    from index_reoffence
    group by person_no, index_date, offence_group
)

select
    cohort_basis.cohort_window,
    cohort_basis.cohort_start,
    index_profile.index_offence_group,
    pair.reoffence_offence_group,
    cast(count(*) as bigint) as reoffenders,
    cast(sum(pair.reoffences) as bigint) as reoffences
from cohort_basis
inner join cohort_entry
    on cohort_basis.basis_window = cohort_entry.cohort_window
        and cohort_basis.basis_start = cohort_entry.cohort_start
inner join index_profile
    on cohort_entry.person_no = index_profile.person_no
        and cohort_entry.index_date = index_profile.index_date
inner join pair
    on index_profile.person_no = pair.person_no and index_profile.index_date = pair.index_date
group by cohort_basis.cohort_window, cohort_basis.cohort_start, index_profile.index_offence_group,
    pair.reoffence_offence_group
