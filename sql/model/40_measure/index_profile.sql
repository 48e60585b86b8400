-- table: index_profile
-- grain: one row per index event that is followed
-- reads: index_event, sanction, person, release, ogrs3, ogrs4g, attribution, index_reoffence, ref_ogrs_band, method
-- why: METHOD 4 and 5: everything a member is, and everything that happened next. The probability that
--      is added up, and the band, are those of the method's score
with scores as (
    select
        person_no,
        index_date,
        ogrs3.previous_offences,
        ogrs3.previous_sanctions,
        ogrs3.one_year_billionths / 1e9 as ogrs3_one_year,
        ogrs3.two_year_billionths / 1e9 as ogrs3_two_year,
        ogrs3.ogrs_missing,
        ogrs4g.one_year_billionths / 1e9 as ogrs4g_one_year,
        ogrs4g.two_year_billionths / 1e9 as ogrs4g_two_year,
        ogrs4g.ogrs4g_missing,
        case method.score
            when 'ogrs3' then ogrs3.one_year_billionths
            when 'ogrs4g' then ogrs4g.one_year_billionths
        end as one_year_billionths,
        case method.score
            when 'ogrs3' then ogrs3.two_year_percent
            when 'ogrs4g' then ogrs4g.two_year_percent
        end as two_year_percent
    from ogrs3
    inner join ogrs4g using (person_no, index_date)
    cross join method
),

reoffending as (
    select
        person_no,
        index_date,
        cast(count(*) as bigint) as reoffences,
        cast(count(distinct event_id) as bigint) as reoffence_events,
        cast(count(*) filter (where is_custodial) as bigint) as custodial_reoffences,
        min(offence_date) as first_reoffence_date,
        min(event_date) as first_proof_date,
        min(days_to_reoffence) as days_to_first_reoffence,
        min(court_mode) filter (where reoffence_rank = 1) as first_reoffence_court_mode
    from index_reoffence
    group by person_no, index_date
)

select
    index_event.person_no,
    index_event.index_date,
    person.person_key,
    index_event.entry_type,
    index_category(index_event.entry_type, sanction.disposal) as index_category,
    sanction.ho_code as index_ho_code,
    sanction.offence_group as index_offence_group,
    sanction.segment,
    sanction.court_mode,
    index_event.age_at_index,
    adult_juvenile(index_event.age_at_index, method.adult_age) as adult_juvenile,
    person.sex,
    age_band(index_event.age_at_index) as age_band,
    person.ethnicity,
    scores.previous_offences,
    scores.previous_sanctions,
    previous_offences_band(scores.previous_offences) as previous_offences_band,
    release.sentence_length_days,
    case
        when index_event.entry_type = 'RELEASE'
            then sentence_length_band(release.sentence_kind, release.sentence_length_days)
    end as sentence_length_band,
    attribution.is_short_sentence,
    scores.ogrs3_one_year,
    scores.ogrs3_two_year,
    coalesce(ref_ogrs_band.band, 'MISSING') as ogrs_band,
    scores.ogrs_missing,
    scores.ogrs4g_one_year,
    scores.ogrs4g_two_year,
    scores.ogrs4g_missing,
    attribution.region,
    attribution.region_draft_2019,
    attribution.provider,
    attribution.provider_type,
    attribution.delivery_unit,
    attribution.police_force,
    attribution.local_authority,
    attribution.prison,
    attribution.resettlement_area,
    attribution.prison_operator,
    attribution.region_basis,
    coalesce(reoffending.reoffences, 0) as reoffences,
    reoffending.reoffences is not null as reoffended,
    reoffending.days_to_first_reoffence,
    reoffending.first_reoffence_court_mode,
    coalesce(reoffending.custodial_reoffences, 0) as custodial_reoffences,
    add_months(index_event.index_date, method.observed_months) <= method.snapshot as observed,
    scores.one_year_billionths,
    scores.two_year_percent,
    months_until(index_event.index_date, reoffending.first_reoffence_date)
        as first_reoffence_month,
    coalesce(reoffending.reoffence_events, 0) as reoffence_events,
    reoffending.first_proof_date
from index_event
cross join method
inner join sanction on index_event.event_no = sanction.event_no
inner join person on index_event.person_no = person.person_no
inner join scores
    on index_event.person_no = scores.person_no and index_event.index_date = scores.index_date
inner join attribution
    on index_event.person_no = attribution.person_no
        and index_event.index_date = attribution.index_date
left join release on index_event.release_no = release.release_no
left join reoffending
    on index_event.person_no = reoffending.person_no
        and index_event.index_date = reoffending.index_date
left join ref_ogrs_band
    on scores.two_year_percent between ref_ogrs_band.percent_from and ref_ogrs_band.percent_to
where index_event.is_followed
