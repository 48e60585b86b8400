-- table: contact
-- grain: one row per accepted appointment with an officer
-- reads: raw_contact, probation_case, duplicate_contact, fault_contact
-- why: METHOD 13: who met whom, with the case found
select
    contact.row_no as contact_no,
    probation_case.case_no,
    contact.contact_date,
    contact.form,
    coalesce(contact.kept, false) as is_kept,
    contact.officer_id
from raw_contact as contact
inner join probation_case on contact.case_id = probation_case.case_id
anti join duplicate_contact on contact.row_no = duplicate_contact.row_no
anti join fault_contact on contact.row_no = fault_contact.row_no
