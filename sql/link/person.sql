-- table: person
-- grain: one row per accepted PNC person
-- reads: pnc_person, ref_ethnic_appearance
-- why: from here on a person is a key; the name and the birth date stay in the store
select
    p.person_no,
    person_key(p.pnc_id) as person_key,
    coalesce(p.sex, 'U') as sex,
    coalesce(e.ethnicity, 'Unknown') as ethnicity,
    p.nationality
from pnc_person as p
left join ref_ethnic_appearance as e on p.ethnic_appearance = e.code
