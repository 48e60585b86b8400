-- table: pnc_offence
-- grain: one row per accepted offence
-- reads: raw_pnc_offence, pnc_event, duplicate_pnc_offence, fault_pnc_offence
-- why: the offence with its event and person found
select
    o.row_no as offence_no,
    e.person_no,
    e.event_no,
    o.offence_id,
    o.ho_code,
    o.force_code,
    o.prosecutor,
    e.event_id,
    e.event_type,
    coalesce(o.taken_into_consideration, false) as is_taken_into_consideration,
    o.offence_start_date,
    o.offence_end_date,
    e.event_date
from raw_pnc_offence as o
inner join pnc_event as e on o.event_id = e.event_id
anti join duplicate_pnc_offence as d on o.row_no = d.row_no
anti join fault_pnc_offence as f on o.row_no = f.row_no
