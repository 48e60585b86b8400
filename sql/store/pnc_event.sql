-- table: pnc_event
-- grain: one row per accepted event
-- reads: raw_pnc_event, pnc_person, duplicate_pnc_event, fault_pnc_event
-- why: the event with its person found
select
    e.row_no as event_no,
    p.person_no,
    e.event_id,
    e.event_type,
    e.event_date
from raw_pnc_event as e
inner join pnc_person as p on e.pnc_id = p.pnc_id
anti join duplicate_pnc_event as d on e.row_no = d.row_no
anti join fault_pnc_event as f on e.row_no = f.row_no
