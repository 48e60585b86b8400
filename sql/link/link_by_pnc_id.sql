-- table: link_by_pnc_id
-- grain: one row per release or case whose PNC id is known
-- reads: identity_record, pnc_person
-- why: rule 1: a known id links when surname or date of birth agrees; else it is a conflict
select
    r.resource,
    r.record_no,
    r.noms_number,
    p.person_no,
    agrees(r.surname_key, p.surname_key, r.date_of_birth, p.date_of_birth) as is_agreed
from identity_record as r
inner join pnc_person as p on r.pnc_id = p.pnc_id
