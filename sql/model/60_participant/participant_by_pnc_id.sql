-- table: participant_by_pnc_id
-- kind: view
-- grain: one row per participant whose PNC id is known
-- reads: participant, pnc_person
-- why: METHOD 14: rule 1: a known id links when surname or date of birth agrees; else it is a
--      conflict
select
    participant.row_no,
    pnc_person.person_no,
    agrees(
        participant.surname_key, pnc_person.surname_key, participant.date_of_birth,
        pnc_person.date_of_birth
    ) as is_agreed
from participant
inner join pnc_person on participant.pnc_id = pnc_person.pnc_id
