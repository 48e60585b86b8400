-- table: participant_by_rule
-- kind: view
-- grain: one row per participant that can be looked up
-- reads: participant, participant_by_pnc_id, prison_number_person, name_person, pnc_person
-- why: METHOD 14: rules 1 to 3 as for releases and cases, whose rule 1 lends the prison numbers
with candidate as (
    select
        r.row_no,
        case when i.is_agreed then i.person_no end as by_pnc_id,
        case
            when agrees(r.surname_key, p.surname_key, r.date_of_birth, p.date_of_birth)
                then p.person_no
        end as by_noms_number,
        n.person_no as by_name,
        coalesce(not i.is_agreed, false) as is_id_conflict
    from participant as r
    left join participant_by_pnc_id as i on r.row_no = i.row_no
    left join prison_number_person as x on r.noms_number = x.noms_number
    left join pnc_person as p on x.person_no = p.person_no
    left join name_person as n
        on r.surname_key = n.surname_key and r.initial = n.initial and r.sex = n.sex
            and r.date_of_birth = n.date_of_birth
)

select
    row_no,
    coalesce(by_pnc_id, by_noms_number, by_name) as person_no,
    link_rule(by_pnc_id, by_noms_number, by_name) as link_rule,
    is_id_conflict
from candidate
