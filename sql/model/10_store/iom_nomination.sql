-- table: iom_nomination
-- grain: one row per accepted nomination for integrated offender management
-- reads: raw_iom_nomination, pnc_person, duplicate_iom_nomination, fault_iom_nomination
-- why: METHOD 13: whom a police force or borough named, and when; the reason stays in the extract
select
    nomination.row_no as nomination_no,
    pnc_person.person_no,
    nomination.nomination_id,
    nomination.force_code,
    nomination.kind,
    nomination.start_date,
    nomination.end_date
from raw_iom_nomination as nomination
inner join pnc_person on nomination.pnc_id = pnc_person.pnc_id
anti join duplicate_iom_nomination as duplicate on nomination.row_no = duplicate.row_no
anti join fault_iom_nomination as fault on nomination.row_no = fault.row_no
