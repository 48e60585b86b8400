-- table: participant_link
-- kind: view
-- grain: one row per participant that can be looked up
-- reads: participant_by_rule, participant_scored, pnc_person, person
-- why: METHOD 14: the score has its say only where no rule before it found anybody
with found as (
    select
        participant_by_rule.row_no,
        coalesce(participant_by_rule.person_no, pnc_person.person_no) as person_no,
        case
            when participant_by_rule.person_no is null and pnc_person.person_no is not null
                then 'SCORED'
            else participant_by_rule.link_rule
        end as link_rule,
        participant_by_rule.is_id_conflict
    from participant_by_rule
    left join participant_scored on participant_by_rule.row_no = participant_scored.row_no
    left join pnc_person on participant_scored.pnc_id = pnc_person.pnc_id
)

select
    found.row_no,
    found.person_no,
    pnc_person.pnc_id,
    person.person_key,
    found.link_rule,
    found.is_id_conflict
from found
left join pnc_person on found.person_no = pnc_person.person_no
left join person on found.person_no = person.person_no
