-- table: custody_spell
-- grain: one row per time in prison under sentence
-- reads: prison_release, record_link, ref_prison, method_no_spell, sanction, pnc_offence, pnc_disposal, ref_disposal, ref_police_force, method
-- why: METHOD 10: a release tells who was in prison before it. Whoever was sentenced to prison and has not
--      been released since is in prison until the method's share of the longest sentence of that day is
--      served; without a length nobody can tell
with released as (
    select
        coalesce(record_link.person_no, -prison_release.release_no) as custody_no,
        record_link.person_no,
        'RELEASE' as basis,
        coalesce(prison_release.reception_date, prison_release.sentence_date) as first_day,
        prison_release.release_date,
        sentence_length_band(
            prison_release.sentence_kind, prison_release.sentence_length_days
        ) as sentence_length_band,
        coalesce(ref_prison.region_code, 'UNKNOWN') as region
    from prison_release
    inner join record_link
        on record_link.resource = 'prison_release'
            and prison_release.release_no = record_link.record_no
    left join ref_prison on prison_release.establishment_code = ref_prison.establishment_code
    anti join method_no_spell on prison_release.release_type = method_no_spell.release_type
),

length as (
    select
        pnc_offence.event_no,
        max(sentence_days(pnc_disposal.duration_value, pnc_disposal.duration_unit)) as days,
        count(*) filter (where pnc_disposal.duration_unit = 'L') > 0 as is_life
    from pnc_offence
    inner join pnc_disposal on pnc_offence.offence_no = pnc_disposal.offence_no
    semi join (
        select disposal_code from ref_disposal where disposal_category = 'CUSTODY'
    ) as custody on pnc_disposal.disposal_code = custody.disposal_code
    group by pnc_offence.event_no
)

select * from released where first_day is not null
union all
select
    sanction.person_no,
    sanction.person_no,
    'SENTENCE',
    sanction.event_date,
    case
        when length.is_life then date '9999-12-31'
        else
            add_days(
                sanction.event_date,
                cast(ceil(length.days * method.served_percent / 100e0) as int)
            )
    end,
    sentence_length_band(case when length.is_life then 'INDETERMINATE' end, length.days),
    coalesce(ref_police_force.region_code, 'UNKNOWN')
from sanction
cross join method
inner join length on sanction.event_no = length.event_no
left join ref_police_force on sanction.force_code = ref_police_force.force_code
anti join released
    on sanction.person_no = released.person_no and sanction.event_date <= released.release_date
where sanction.disposal = 'CUSTODY' and (length.is_life or length.days is not null)
