-- table: pnc_person
-- grain: one row per accepted PNC person
-- reads: raw_pnc_person, duplicate_pnc_person
-- why: METHOD 13: the person as other rows find them; person_no stands for them inside a run
select
    row_no as person_no,
    pnc_id,
    surname_key,
    left(forenames_key, 1) as initial,
    sex,
    ethnic_appearance,
    nationality,
    date_of_birth,
    date_of_death
from raw_pnc_person
anti join duplicate_pnc_person using (row_no)
