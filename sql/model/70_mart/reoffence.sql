-- table: reoffence
-- mart: restricted
-- grain: one row per reported cohort, member and reoffence
-- reads: cohort_basis, cohort_entry, index_reoffence, person
-- why: METHOD 3: every offence that a figure was counted from
select
    cohort_basis.cohort_window,
    cohort_basis.cohort_start,
    person.person_key,
    index_reoffence.index_date,
    index_reoffence.offence_id,
    index_reoffence.event_id,
    index_reoffence.ho_code,
    index_reoffence.offence_group,
    index_reoffence.court_mode,
    index_reoffence.days_to_reoffence,
    index_reoffence.is_custodial as custodial,
    index_reoffence.is_date_imputed as date_imputed,
    index_reoffence.offence_date,
    index_reoffence.event_date
from cohort_basis
inner join cohort_entry
    on cohort_basis.basis_window = cohort_entry.cohort_window
        and cohort_basis.basis_start = cohort_entry.cohort_start
inner join index_reoffence
    on cohort_entry.person_no = index_reoffence.person_no
        and cohort_entry.index_date = index_reoffence.index_date
inner join person on index_reoffence.person_no = person.person_no
