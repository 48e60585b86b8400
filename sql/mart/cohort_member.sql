-- table: cohort_member
-- mart: restricted
-- grain: one row per reported cohort and member
-- reads: cohort_basis, cohort_entry, index_profile
-- why: everybody a figure was counted from; in four quarters a person may appear up to four times
select
    w.cohort_window,
    w.cohort_start,
    i.person_key,
    i.index_date,
    i.entry_type,
    i.index_category,
    i.index_ho_code,
    i.index_offence_group,
    i.segment,
    i.court_mode,
    i.age_at_index,
    i.adult_juvenile,
    i.sex,
    i.age_band,
    i.ethnicity,
    i.previous_offences,
    i.previous_sanctions,
    i.previous_offences_band,
    i.sentence_length_days,
    i.sentence_length_band,
    i.ogrs3_one_year,
    i.ogrs3_two_year,
    i.ogrs_band,
    i.ogrs_missing,
    'EW' as national,
    i.region,
    i.region_draft_2019,
    i.provider,
    i.provider_type,
    i.delivery_unit,
    i.police_force,
    i.local_authority,
    i.prison,
    i.region_basis,
    i.reoffences,
    i.reoffended,
    i.days_to_first_reoffence,
    i.first_reoffence_court_mode,
    i.custodial_reoffences,
    i.observed
from cohort_basis as w
inner join cohort_entry as e
    on w.basis_window = e.cohort_window and w.basis_start = e.cohort_start
inner join index_profile as i on e.person_no = i.person_no and e.index_date = i.index_date
