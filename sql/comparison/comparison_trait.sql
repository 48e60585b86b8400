-- table: comparison_trait
-- grain: one row per index event of the request
-- reads: comparison_index, sanction, person, release, ogrs3_input, ogrs3, attribution, previous_custody, need_at_index, earlier_offending, ref_ogrs_band
-- why: METHOD 8.4: what the propensity score is made of; nothing that came after the index date
select
    i.person_no,
    i.index_date,
    p.person_key,
    i.age_at_index as age,
    age_band(i.age_at_index) as age_band,
    p.sex,
    p.ethnicity,
    case
        when p.nationality is null then 'Unknown' when p.nationality = 'GBR' then 'British'
        else 'Foreign'
    end as nationality,
    s.offence_group as index_offence_group,
    s.court_mode,
    index_category(i.entry_type, s.disposal) as index_category,
    case
        when i.entry_type = 'RELEASE'
            then sentence_length_band(r.sentence_kind, r.sentence_length_days)
        else 'no release'
    end as sentence_length_band,
    o.previous_offences,
    previous_offences_band(o.previous_offences) as previous_offences_band,
    o.previous_sanctions,
    coalesce(c.previous_custody, 0) as previous_custody,
    case
        when h.career_years > 0
            then strict_ln(
                    cast(o.previous_sanctions + 1 as double) / cast(h.career_years as double)
                )
    end as copas_rate,
    h.age_at_first_sanction,
    o.one_year_billionths / 1e9 as ogrs3,
    coalesce(b.band, 'MISSING') as ogrs_band,
    concat(
        cast(year(i.index_date) as string), ' Q',
        cast(cast(floor((month(i.index_date) + 2) / 3e0) as int) as string)
    ) as quarter,
    a.region,
    case when n.person_no is null then 'none' else 'assessed' end as assessment,
    n.accommodation, n.employment_training, n.relationships, n.lifestyle,
    n.drugs, n.alcohol, n.thinking, n.attitudes,
    e.person_no is not null as offended_before
from comparison_index as i
inner join sanction as s on i.event_no = s.event_no
inner join person as p on i.person_no = p.person_no
inner join ogrs3_input as h on i.person_no = h.person_no and i.index_date = h.index_date
inner join ogrs3 as o on i.person_no = o.person_no and i.index_date = o.index_date
inner join attribution as a on i.person_no = a.person_no and i.index_date = a.index_date
left join release as r on i.release_no = r.release_no
left join previous_custody as c on i.person_no = c.person_no and i.index_date = c.index_date
left join need_at_index as n on i.person_no = n.person_no and i.index_date = n.index_date
left join earlier_offending as e on i.person_no = e.person_no and i.index_date = e.index_date
left join ref_ogrs_band as b
    on percent(o.two_year_billionths / 1e9) between b.percent_from and b.percent_to
