-- table: index_profile
-- grain: one row per index event in a cohort
-- reads: followed_index, sanction, person, release, ogrs3, attribution, reoffence_fact, ref_ogrs_band, method
-- why: everything a member is, and everything that happened next
select
    i.person_no,
    i.index_date,
    p.person_key,
    i.entry_type,
    index_category(i.entry_type, s.disposal) as index_category,
    s.ho_code as index_ho_code,
    s.offence_group as index_offence_group,
    s.segment,
    s.court_mode,
    i.age_at_index,
    adult_juvenile(i.age_at_index) as adult_juvenile,
    p.sex,
    age_band(i.age_at_index) as age_band,
    p.ethnicity,
    o.previous_offences,
    o.previous_sanctions,
    previous_offences_band(o.previous_offences) as previous_offences_band,
    r.sentence_length_days,
    case
        when i.entry_type = 'RELEASE'
            then sentence_length_band(r.sentence_kind, r.sentence_length_days)
    end as sentence_length_band,
    o.one_year_billionths / 1e9 as ogrs3_one_year,
    o.two_year_billionths / 1e9 as ogrs3_two_year,
    coalesce(b.band, 'MISSING') as ogrs_band,
    o.ogrs_missing,
    a.region,
    a.region_draft_2019,
    a.provider,
    a.provider_type,
    a.delivery_unit,
    a.police_force,
    a.local_authority,
    a.prison,
    a.region_basis,
    coalesce(f.reoffences, 0) as reoffences,
    f.reoffences is not null as reoffended,
    f.days_to_first_reoffence,
    f.first_reoffence_court_mode,
    coalesce(f.custodial_reoffences, 0) as custodial_reoffences,
    add_months(i.index_date, m.observed_months) <= m.snapshot as observed,
    o.one_year_billionths,
    months_until(i.index_date, f.first_reoffence_date) as first_reoffence_month,
    coalesce(f.reoffence_events, 0) as reoffence_events,
    f.first_proof_date
from followed_index as i
cross join method as m
inner join sanction as s on i.event_no = s.event_no
inner join person as p on i.person_no = p.person_no
inner join ogrs3 as o on i.person_no = o.person_no and i.index_date = o.index_date
inner join attribution as a on i.person_no = a.person_no and i.index_date = a.index_date
left join release as r on i.release_no = r.release_no
left join reoffence_fact as f on i.person_no = f.person_no and i.index_date = f.index_date
left join ref_ogrs_band as b
    on percent(o.two_year_billionths / 1e9) between b.percent_from and b.percent_to
