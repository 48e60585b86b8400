-- table: comparison_trait
-- grain: one row per index event of the request
-- reads: comparison_index, sanction, person, release, ogrs3, attribution, previous_custody, need_at_index, earlier_offending, ref_ogrs_band
-- why: METHOD 8.4: what the propensity score is made of; nothing that came after the index date
select
    comparison_index.person_no,
    comparison_index.index_date,
    person.person_key,
    comparison_index.age_at_index as age,
    age_band(comparison_index.age_at_index) as age_band,
    person.sex,
    person.ethnicity,
    case
        when person.nationality is null then 'Unknown' when person.nationality = 'GBR'
            then 'British'
        else 'Foreign'
    end as nationality,
    sanction.offence_group as index_offence_group,
    sanction.court_mode,
    index_category(comparison_index.entry_type, sanction.disposal) as index_category,
    case
        when comparison_index.entry_type = 'RELEASE'
            then sentence_length_band(release.sentence_kind, release.sentence_length_days)
        else 'no release'
    end as sentence_length_band,
    ogrs3.previous_offences,
    previous_offences_band(ogrs3.previous_offences) as previous_offences_band,
    ogrs3.previous_sanctions,
    coalesce(previous_custody.previous_custody, 0) as previous_custody,
    copas_rate(ogrs3.previous_sanctions + 1, ogrs3.career_years) as copas_rate,
    ogrs3.age_at_first_sanction,
    ogrs3.one_year_billionths / 1e9 as ogrs3,
    coalesce(ogrs_band.band, 'MISSING') as ogrs_band,
    concat(
        cast(year(comparison_index.index_date) as string), ' Q',
        cast(cast(floor((month(comparison_index.index_date) + 2) / 3e0) as int) as string)
    ) as quarter,
    attribution.region,
    case when need_at_index.person_no is null then 'none' else 'assessed' end as assessment,
    need_at_index.accommodation, need_at_index.employment_training, need_at_index.relationships,
        need_at_index.lifestyle,
    need_at_index.drugs, need_at_index.alcohol, need_at_index.thinking, need_at_index.attitudes,
    coalesce(earlier_offending.offences_1, 0) as earlier_offences_1,
    coalesce(earlier_offending.offences_2, 0) as earlier_offences_2,
    coalesce(earlier_offending.offences_3, 0) as earlier_offences_3
from comparison_index
inner join sanction on comparison_index.event_no = sanction.event_no
inner join person on comparison_index.person_no = person.person_no
inner join ogrs3
    on comparison_index.person_no = ogrs3.person_no
        and comparison_index.index_date = ogrs3.index_date
inner join attribution
    on comparison_index.person_no = attribution.person_no
        and comparison_index.index_date = attribution.index_date
left join release on comparison_index.release_no = release.release_no
left join previous_custody
    on comparison_index.person_no = previous_custody.person_no
        and comparison_index.index_date = previous_custody.index_date
left join need_at_index
    on comparison_index.person_no = need_at_index.person_no
        and comparison_index.index_date = need_at_index.index_date
left join earlier_offending
    on comparison_index.person_no = earlier_offending.person_no
        and comparison_index.index_date = earlier_offending.index_date
left join ref_ogrs_band as ogrs_band
    on ogrs3.two_year_percent between ogrs_band.percent_from and ogrs_band.percent_to
