-- One row per record that a change rests on and in which the versions differ, with how: it changed
-- hands, it is an event that the later snapshot was the first to hold, or it was corrected.
with earlier as (
    select * from record_content where version = 'earlier'
),

later as (
    select * from record_content where version = 'later'
),

-- An event that the earlier snapshot held and validation refused has been mended since.
refused as (
    select distinct key as event_id
    from quarantine
    where version = 'earlier' and resource = 'pnc_event'
),

pair as (
    select
        resource,
        record_id,
        e.record_id is not null as was_there,
        l.record_id is not null as is_there,
        e.person_key is distinct from l.person_key as is_of_another,
        e.said is distinct from l.said as says_other
    from earlier as e
    full join later as l using (resource, record_id)
)

select
    p.resource,
    p.record_id,
    case
        when p.was_there and p.is_there and p.is_of_another
                and p.resource in ('prison_release', 'probation_case')
            then 'LINKAGE'
        when p.resource = 'pnc_event' and not p.was_there and r.event_id is null
            then 'LATE_CONVICTION'
        else 'CORRECTED_RECORD'
    end as difference
from pair as p
left join refused as r on p.resource = 'pnc_event' and p.record_id = r.event_id
where p.is_of_another or p.says_other or not p.was_there or not p.is_there
