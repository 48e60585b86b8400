-- table: matrix_cell
-- grain: one row per reported cohort, index offence group and reoffence offence group
-- reads: cohort_basis, cohort_entry, index_profile, index_reoffence
-- why: what people did next, by what brought them in
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
    w.cohort_window,
    w.cohort_start,
    i.index_offence_group,
    p.reoffence_offence_group,
    cast(count(*) as bigint) as reoffenders,
    cast(sum(p.reoffences) as bigint) as reoffences
from cohort_basis as w
inner join cohort_entry as e
    on w.basis_window = e.cohort_window and w.basis_start = e.cohort_start
inner join index_profile as i on e.person_no = i.person_no and e.index_date = i.index_date
inner join pair as p on i.person_no = p.person_no and i.index_date = p.index_date
group by w.cohort_window, w.cohort_start, i.index_offence_group, p.reoffence_offence_group
