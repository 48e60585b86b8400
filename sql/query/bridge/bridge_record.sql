-- One row per changed slot and record that what changed about it rests on, in either version.
with side as (
    select i.*, k.kind
    from bridge_index as i
    inner join bridge_kind as k
        on i.cell_no = k.cell_no and i.person_key = k.person_key and i.slot = k.slot
),

reoffence as (
    select s.cell_no, s.person_key, s.slot, s.version, r.offence_id, r.event_id
    from side as s
    inner join index_reoffence as r
        on s.version = r.version and s.person_no = r.person_no and s.index_date = r.index_date
    where s.kind = 'OUTCOME'
),

-- A reoffence that only one version counts.
single_reoffence as (
    select cell_no, person_key, slot, offence_id
    from reoffence
    group by cell_no, person_key, slot, offence_id
    having count(*) = 1
),

history as (
    select s.cell_no, s.person_key, s.slot, e.event_id
    from side as s
    inner join bridge_cell as c on s.cell_no = c.cell_no
    inner join pnc_event as e
        on s.version = e.version and s.person_no = e.person_no and e.event_date < s.event_date
    where s.kind = 'MOVE' and c.breakdown in ('previous_offences_band', 'ogrs_band')
)

select cell_no, person_key, slot, 'pnc_event' as resource, event_id as record_id
from side where kind <> 'OUTCOME'
union
select cell_no, person_key, slot, 'pnc_event', event_id from history
union
select r.cell_no, r.person_key, r.slot, 'pnc_event', r.event_id
from reoffence as r
inner join single_reoffence as o
    on r.cell_no = o.cell_no and r.person_key = o.person_key and r.slot = o.slot
        and r.offence_id = o.offence_id
union
select cell_no, person_key, slot, 'prison_release', release_id
from side where kind <> 'OUTCOME' and release_id is not null
union
select cell_no, person_key, slot, 'probation_case', case_id
from side where kind = 'MOVE' and case_id is not null
union
select cell_no, person_key, slot, 'pnc_person', person_key
from side where kind <> 'OUTCOME'
