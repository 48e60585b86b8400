-- table: ogrs3_input
-- kind: view
-- grain: one row per index event in a cohort
-- reads: followed_index, sanction, sanction_history, person, pnc_person, ref_ogrs3_age_sex
-- why: METHOD 6: what the score is made of, and why there is none
with history as (
    select
        i.person_no,
        i.index_date,
        i.age_at_index,
        p.sex,
        s.ogrs3_weight,
        h.previous_sanctions,
        h.previous_offences,
        years_between(b.date_of_birth, s.event_date) as age_at_conviction,
        years_between(b.date_of_birth, h.first_sanction_date) as age_at_first_sanction
    from followed_index as i
    inner join sanction as s on i.event_no = s.event_no
    inner join sanction_history as h
        on s.person_no = h.person_no and s.event_date = h.event_date
    inner join person as p on i.person_no = p.person_no
    inner join pnc_person as b on i.person_no = b.person_no
)

select
    h.*,
    w.weight as age_sex_weight,
    10 + h.age_at_conviction - h.age_at_first_sanction as career_years,
    case
        when h.sex not in ('M', 'F') then 'SEX_UNKNOWN'
        when h.ogrs3_weight is null then 'NO_OFFENCE_WEIGHT'
        when w.weight is null then 'AGE_OUT_OF_RANGE'
        when 10 + h.age_at_conviction - h.age_at_first_sanction <= 0 then 'CAREER_LENGTH'
    end as ogrs_missing
from history as h
left join ref_ogrs3_age_sex as w
    on h.sex = w.sex and h.age_at_index between w.age_from and w.age_to
