-- One row per record that a change rests on and in which the versions differ, with how: it changed
-- hands, it is an event that the later snapshot was the first to hold, or it was corrected.
-- An event that the earlier snapshot held and validation refused has been mended since.
with refused as (
    select distinct key as event_id
    from quarantine
    where version = 'earlier' and resource = 'pnc_event'
),

record_pair as (
    select
        coalesce(later.resource, earlier.resource) as resource,
        coalesce(later.record_id, earlier.record_id) as record_id,
        was_there,
        is_there,
        earlier.person_key is distinct from later.person_key as is_of_another,
        is_changed
    from row_pair('record_content', ['resource', 'record_id'], ['said'])
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
from record_pair as p
left join refused as r on p.resource = 'pnc_event' and p.record_id = r.event_id
where p.is_of_another or p.is_changed or not p.was_there or not p.is_there
