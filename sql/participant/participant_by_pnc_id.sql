-- table: participant_by_pnc_id
-- kind: view
-- grain: one row per participant whose PNC id is known
-- reads: participant, pnc_person
-- why: rule 1: a known id links when surname or date of birth agrees; else it is a conflict
select
    r.row_no,
    p.person_no,
    agrees(r.surname_key, p.surname_key, r.date_of_birth, p.date_of_birth) as is_agreed
from participant as r
inner join pnc_person as p on r.pnc_id = p.pnc_id
