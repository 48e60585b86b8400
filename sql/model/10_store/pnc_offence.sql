-- table: pnc_offence
-- grain: one row per accepted offence
-- reads: raw_pnc_offence, pnc_event, duplicate_pnc_offence
-- why: METHOD 13: the offence with its event and person found, as fault_pnc_offence does not refuse it
select
    offence.row_no as offence_no,
    pnc_event.person_no,
    pnc_event.event_no,
    offence.offence_id,
    offence.ho_code,
    offence.force_code,
    offence.prosecutor,
    pnc_event.event_id,
    pnc_event.event_type,
    coalesce(offence.taken_into_consideration, false) as is_taken_into_consideration,
    offence.offence_start_date,
    offence.offence_end_date,
    pnc_event.event_date
from raw_pnc_offence as offence
inner join pnc_event on offence.event_id = pnc_event.event_id
anti join duplicate_pnc_offence as duplicate on offence.row_no = duplicate.row_no
where not is_after(
        coalesce(offence.offence_start_date, offence.offence_end_date), pnc_event.event_date
    )
    and not is_after(offence.offence_start_date, offence.offence_end_date)
