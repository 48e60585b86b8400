-- One row per version and record that a change rests on: whose it is, and all it says that a figure
-- can depend on.
with wanted as (
    select distinct resource, record_id from bridge_record
),

event as (
    select e.version, e.event_no, e.event_id, e.event_type, e.event_date, p.person_key
    from pnc_event as e
    semi join wanted as w on w.resource = 'pnc_event' and e.event_id = w.record_id
    inner join person as p on e.version = p.version and e.person_no = p.person_no
),

offence as (
    select o.*
    from pnc_offence as o
    semi join event as e on o.version = e.version and o.event_no = e.event_no
),

disposal as (
    select d.version, d.offence_no,
        list(row(d.disposal_seq, d.disposal_code) order by d.disposal_seq, d.disposal_code) as said
    from pnc_disposal as d
    semi join offence as o on d.version = o.version and d.offence_no = o.offence_no
    group by d.version, d.offence_no
),

offences as (
    select o.version, o.event_no,
        list(
            row(
                o.offence_id, o.ho_code, o.force_code, o.prosecutor,
                o.is_taken_into_consideration, o.offence_start_date, o.offence_end_date, d.said
            )
            order by o.offence_id
        ) as said
    from offence as o
    left join disposal as d on o.version = d.version and o.offence_no = d.offence_no
    group by o.version, o.event_no
),

link as (
    select l.version, l.resource, l.record_id, p.person_key
    from record_link as l
    semi join wanted as w on l.resource = w.resource and l.record_id = w.record_id
    left join person as p on l.version = p.version and l.person_no = p.person_no
)

select e.version, 'pnc_event' as resource, e.event_id as record_id, e.person_key,
    cast(row(e.event_type, e.event_date, o.said) as string) as said
from event as e
left join offences as o on e.version = o.version and e.event_no = o.event_no
union all
select l.version, l.resource, l.record_id, l.person_key,
    cast(
        row(
            r.establishment_code, r.release_type, r.sentence_kind, r.sentence_length_days,
            r.sentence_date, r.release_date
        ) as string
    )
from link as l
inner join prison_release as r on l.version = r.version and l.record_id = r.release_id
where l.resource = 'prison_release'
union all
select l.version, l.resource, l.record_id, l.person_key,
    cast(
        row(
            c.provider_code, c.delivery_unit_code, c.local_authority_code, c.start_date, c.end_date
        ) as string
    )
from link as l
inner join probation_case as c on l.version = c.version and l.record_id = c.case_id
where l.resource = 'probation_case'
union all
select p.version, 'pnc_person', p.person_key, p.person_key,
    cast(row(b.sex, b.ethnic_appearance, b.date_of_birth, b.date_of_death) as string)
from person as p
semi join wanted as w on w.resource = 'pnc_person' and p.person_key = w.record_id
inner join pnc_person as b on p.version = b.version and p.person_no = b.person_no
