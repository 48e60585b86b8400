-- table: ogrs3
-- grain: one row per index event that is followed
-- reads: index_event, sanction, sanction_history, person, ref_ogrs3_age_sex, method
-- why: METHOD 6: the one-year and two-year probabilities, in billionths so that sums are exact, with
--      what they are made of, and why there is none
with histories as (
    select
        index_event.person_no,
        index_event.index_date,
        index_event.age_at_index,
        person.sex,
        sanction.ogrs3_weight as offence_weight,
        sanction_history.previous_sanctions,
        sanction_history.previous_offences,
        sanction_history.age_at_first_sanction,
        10 + sanction_history.age_at_sanction - sanction_history.age_at_first_sanction
            as career_years
    from index_event
    inner join sanction on index_event.event_no = sanction.event_no
    inner join sanction_history
        on sanction.person_no = sanction_history.person_no
            and sanction.event_date = sanction_history.event_date
    inner join person on index_event.person_no = person.person_no
    where index_event.is_followed
),

weighted_histories as (
    select
        histories.*,
        age_sex.weight as age_sex_weight,
        case
            when histories.sex not in ('M', 'F') then 'SEX_UNKNOWN'
            when histories.offence_weight is null then 'NO_OFFENCE_WEIGHT'
            when age_sex.weight is null then 'AGE_OUT_OF_RANGE'
            when histories.career_years <= 0 then 'CAREER_LENGTH'
        end as ogrs_missing
    from histories
    left join ref_ogrs3_age_sex as age_sex
        on histories.sex = age_sex.sex
            and histories.age_at_index between age_sex.age_from and age_sex.age_to
),

scores as (
    select
        weighted_histories.*,
        method.ogrs3_one_year_constant,
        method.ogrs3_two_year_constant,
        case
            when ogrs_missing is null
                then age_sex_weight
                    + case
                        when previous_sanctions = 0 then method.ogrs3_first_sanction
                        else method.ogrs3_repeat_sanction
                    end
                    + method.ogrs3_copas_factor * copas_rate(previous_sanctions + 1, career_years)
                    + offence_weight
        end as score
    from weighted_histories
    cross join method
)

select
    person_no,
    index_date,
    previous_sanctions,
    previous_offences,
    age_at_first_sanction,
    career_years,
    ogrs_missing,
    billionths(logistic(score + ogrs3_one_year_constant)) as one_year_billionths,
    billionths(logistic(score + ogrs3_two_year_constant)) as two_year_billionths,
    percent(logistic(score + ogrs3_two_year_constant)) as two_year_percent
from scores
