-- table: person
-- grain: one row per accepted PNC person
-- reads: pnc_person, ref_ethnic_appearance
-- why: METHOD 14: from here on a person is a key; the name and the birth date stay in the store
select
    pnc_person.person_no,
    person_key(pnc_person.pnc_id) as person_key,
    coalesce(pnc_person.sex, 'U') as sex,
    coalesce(ethnic_appearance.ethnicity, 'Unknown') as ethnicity,
    pnc_person.nationality
from pnc_person
left join ref_ethnic_appearance as ethnic_appearance
    on pnc_person.ethnic_appearance = ethnic_appearance.code
