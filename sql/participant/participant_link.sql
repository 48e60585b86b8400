-- table: participant_link
-- kind: view
-- grain: one row per participant that can be looked up
-- reads: participant_by_rule, participant_scored, pnc_person, person
-- why: METHOD 14: the score has its say only where no rule before it found anybody
with found as (
    select
        r.row_no,
        coalesce(r.person_no, p.person_no) as person_no,
        case
            when r.person_no is null and p.person_no is not null then 'SCORED'
            else r.link_rule
        end as link_rule,
        r.is_id_conflict
    from participant_by_rule as r
    left join participant_scored as s on r.row_no = s.row_no
    left join pnc_person as p on s.pnc_id = p.pnc_id
)

select
    f.row_no,
    f.person_no,
    p.pnc_id,
    k.person_key,
    f.link_rule,
    f.is_id_conflict
from found as f
left join pnc_person as p on f.person_no = p.person_no
left join person as k on f.person_no = k.person_no
