-- table: pnc_event
-- grain: one row per accepted event
-- reads: raw_pnc_event, pnc_person, duplicate_pnc_event, method
-- why: METHOD 13: the event with its person found, as fault_pnc_event does not refuse it
select
    event.row_no as event_no,
    pnc_person.person_no,
    event.event_id,
    event.event_type,
    event.event_date
from raw_pnc_event as event
cross join method
inner join pnc_person on event.pnc_id = pnc_person.pnc_id
anti join duplicate_pnc_event as duplicate on event.row_no = duplicate.row_no
where event.event_date <= method.snapshot
