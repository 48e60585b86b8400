-- table: participant_by_rule
-- kind: view
-- grain: one row per participant that can be looked up
-- reads: participant, participant_by_pnc_id, prison_number_person, name_person, pnc_person
-- why: METHOD 14: rules 1 to 3 as for releases and cases, whose rule 1 lends the prison numbers
with candidate as (
    select
        participant.row_no,
        case
            when participant_by_pnc_id.is_agreed then participant_by_pnc_id.person_no
        end as by_pnc_id,
        case
            when agrees(
                participant.surname_key, pnc_person.surname_key, participant.date_of_birth,
                pnc_person.date_of_birth
            )
                then pnc_person.person_no
        end as by_noms_number,
        name_person.person_no as by_name,
        coalesce(not participant_by_pnc_id.is_agreed, false) as is_id_conflict
    from participant
    left join participant_by_pnc_id on participant.row_no = participant_by_pnc_id.row_no
    left join prison_number_person on participant.noms_number = prison_number_person.noms_number
    left join pnc_person on prison_number_person.person_no = pnc_person.person_no
    left join name_person
        on participant.surname_key = name_person.surname_key
            and participant.initial = name_person.initial and participant.sex = name_person.sex
            and participant.date_of_birth = name_person.date_of_birth
)

select
    row_no,
    coalesce(by_pnc_id, by_noms_number, by_name) as person_no,
    link_rule(by_pnc_id, by_noms_number, by_name) as link_rule,
    is_id_conflict
from candidate
