-- table: record_link
-- grain: one row per accepted release or case
-- reads: identity_record, prison_number_person, name_person, pnc_person
-- why: METHOD 14: the rules in order, the first hit wins and is kept
with hits as (
    select
        record.resource,
        record.record_no,
        record.record_id,
        case when record.is_agreed then record.id_person_no end as by_pnc_id,
        case
            when agrees(
                record.surname_key, prison_person.surname_key,
                record.date_of_birth, prison_person.date_of_birth
            ) then prison_person.person_no
        end as by_noms_number,
        name_person.person_no as by_name
    from identity_record as record
    left join prison_number_person as number on record.noms_number = number.noms_number
    left join pnc_person as prison_person on number.person_no = prison_person.person_no
    left join name_person
        on record.surname_key = name_person.surname_key
            and record.initial = name_person.initial
            and record.sex = name_person.sex
            and record.date_of_birth = name_person.date_of_birth
)

select
    resource,
    record_no,
    record_id,
    coalesce(by_pnc_id, by_noms_number, by_name) as person_no,
    link_rule(by_pnc_id, by_noms_number, by_name) as link_rule
from hits
