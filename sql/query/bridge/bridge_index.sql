-- One row per changed slot and version in which it is filled: the records that membership rests on.
select
    c.cell_no,
    c.person_key,
    c.slot,
    c.was_in_cell,
    c.is_in_cell,
    m.version,
    p.person_no,
    m.index_date,
    i.entry_type,
    e.event_id,
    e.event_date,
    r.release_id,
    s.case_id
from bridge_change as c
inner join bridge_membership as m
    on c.cell_no = m.cell_no and c.person_key = m.person_key and c.slot = m.slot
inner join person as p on m.version = p.version and m.person_key = p.person_key
inner join index_event as i
    on p.version = i.version and p.person_no = i.person_no and m.index_date = i.index_date
inner join pnc_event as e on i.version = e.version and i.event_no = e.event_no
left join prison_release as r on i.version = r.version and i.release_no = r.release_no
left join attribution as s
    on i.version = s.version and i.person_no = s.person_no and i.index_date = s.index_date
