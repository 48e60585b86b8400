-- table: record_link
-- grain: one row per accepted release or case
-- reads: identity_record, link_by_pnc_id, prison_number_person, name_person, pnc_person
-- why: METHOD 14: the rules in order, the first hit wins and is kept
with candidate as (
    select
        r.resource,
        r.record_no,
        r.record_id,
        case when i.is_agreed then i.person_no end as by_pnc_id,
        case
            when agrees(r.surname_key, p.surname_key, r.date_of_birth, p.date_of_birth)
                then p.person_no
        end as by_noms_number,
        n.person_no as by_name
    from identity_record as r
    left join link_by_pnc_id as i on r.resource = i.resource and r.record_no = i.record_no
    left join prison_number_person as x on r.noms_number = x.noms_number
    left join pnc_person as p on x.person_no = p.person_no
    left join name_person as n
        on r.surname_key = n.surname_key and r.initial = n.initial and r.sex = n.sex
            and r.date_of_birth = n.date_of_birth
)

select
    resource,
    record_no,
    record_id,
    coalesce(by_pnc_id, by_noms_number, by_name) as person_no,
    link_rule(by_pnc_id, by_noms_number, by_name) as link_rule
from candidate
