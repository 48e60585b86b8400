-- table: reoffence
-- mart: restricted
-- grain: one row per reported cohort, member and reoffence
-- reads: cohort_basis, cohort_entry, index_reoffence, person
-- why: every offence that a figure was counted from
select
    w.cohort_window,
    w.cohort_start,
    p.person_key,
    r.index_date,
    r.offence_id,
    r.event_id,
    r.ho_code,
    r.offence_group,
    r.court_mode,
    r.days_to_reoffence,
    r.is_custodial as custodial,
    r.is_date_imputed as date_imputed,
    r.offence_date,
    r.event_date
from cohort_basis as w
inner join cohort_entry as e
    on w.basis_window = e.cohort_window and w.basis_start = e.cohort_start
inner join index_reoffence as r on e.person_no = r.person_no and e.index_date = r.index_date
inner join person as p on r.person_no = p.person_no
