-- table: cohort_member
-- mart: restricted
-- grain: one row per reported cohort and member
-- reads: cohort_basis, cohort_entry, index_profile, method
-- why: METHOD 2: everybody a figure was counted from; in four quarters a person may appear up to
--      four times
select
    cohort_basis.cohort_window,
    cohort_basis.cohort_start,
    index_profile.person_key,
    index_profile.index_date,
    index_profile.entry_type,
    index_profile.index_category,
    index_profile.index_ho_code,
    index_profile.index_offence_group,
    index_profile.segment,
    index_profile.court_mode,
    index_profile.age_at_index,
    index_profile.adult_juvenile,
    index_profile.sex,
    index_profile.age_band,
    index_profile.ethnicity,
    index_profile.previous_offences,
    index_profile.previous_sanctions,
    index_profile.previous_offences_band,
    index_profile.sentence_length_days,
    index_profile.sentence_length_band,
    index_profile.ogrs3_one_year,
    index_profile.ogrs3_two_year,
    index_profile.ogrs_band,
    index_profile.ogrs_missing,
    'EW' as national,
    index_profile.region,
    index_profile.region_draft_2019,
    index_profile.provider,
    index_profile.provider_type,
    index_profile.delivery_unit,
    index_profile.police_force,
    index_profile.local_authority,
    index_profile.prison,
    index_profile.region_basis,
    index_profile.reoffences,
    index_profile.reoffended,
    index_profile.days_to_first_reoffence,
    index_profile.first_reoffence_court_mode,
    index_profile.custodial_reoffences,
    index_profile.observed,
    index_profile.ogrs4g_one_year,
    index_profile.ogrs4g_two_year,
    index_profile.ogrs4g_missing,
    method.score
from cohort_basis
cross join method
inner join cohort_entry
    on cohort_basis.basis_window = cohort_entry.cohort_window
        and cohort_basis.basis_start = cohort_entry.cohort_start
inner join index_profile
    on cohort_entry.person_no = index_profile.person_no
        and cohort_entry.index_date = index_profile.index_date
