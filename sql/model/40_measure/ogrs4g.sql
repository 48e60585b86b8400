-- table: ogrs4g
-- grain: one row per index event that is followed
-- reads: index_event, sanction, sanction_history, person, ref_offence, ref_ogrs4g_offence, ref_ogrs4g_coefficient
-- why: METHOD 6: the ministry's present general score, in billionths so that sums are exact, and why
--      there is none. It is assessed on the index date, when no month free of offences has passed yet:
--      the term of those months is 0 and not here
with histories as (
    select
        index_event.person_no,
        index_event.index_date,
        index_event.age_at_index,
        person.sex as recorded_sex,
        sanction_history.previous_sanctions + 1 as sanctions,
        sanction_history.age_at_sanction - sanction_history.age_at_first_sanction
            as years_of_sanctions,
        offence_weight.weight as offence_weight
    from index_event
    inner join sanction on index_event.event_no = sanction.event_no
    inner join sanction_history
        on sanction.person_no = sanction_history.person_no
            and sanction.event_date = sanction_history.event_date
    inner join person on index_event.person_no = person.person_no
    left join ref_offence on sanction.ho_code = ref_offence.ho_code
    left join ref_ogrs4g_offence as offence_weight
        on ref_offence.ogrs3_category = offence_weight.ogrs3_category
    where index_event.is_followed
),

weighted_histories as (
    select
        histories.*,
        coefficient.*,
        copas_rate(histories.sanctions, coefficient.copas_years + histories.years_of_sanctions)
            as copas_rate,
        case
            when histories.recorded_sex not in ('M', 'F') then 'SEX_UNKNOWN'
            when histories.offence_weight is null then 'NO_OFFENCE_WEIGHT'
            when coefficient.sex is null then 'AGE_OUT_OF_RANGE'
            when histories.sanctions >= 3
                and coefficient.copas_years + histories.years_of_sanctions <= 0 then 'CAREER_LENGTH'
        end as ogrs4g_missing
    from histories
    left join ref_ogrs4g_coefficient as coefficient
        on histories.recorded_sex = coefficient.sex
            and histories.age_at_index between coefficient.age_from and coefficient.age_to
),

scores as (
    select
        weighted_histories.*,
        case
            when ogrs4g_missing is null
                then offence_weight
                    + sex_weight
                    + age_at_index * (age + age_at_index * (
                        age_squared + age_at_index * (age_cubed + age_at_index * age_fourth)
                    ))
                    + sanctions * total_sanctions
                    + case sanctions
                        when 1 then first_sanction
                        when 2 then second_sanction + years_of_sanctions * second_sanction_years
                        else copas_rate * (copas + copas_rate * copas_squared)
                    end
        end as score
    from weighted_histories
)

select
    person_no,
    index_date,
    ogrs4g_missing,
    billionths(logistic(score + one_year_intercept)) as one_year_billionths,
    billionths(logistic(score + two_year_intercept)) as two_year_billionths,
    percent(logistic(score + two_year_intercept)) as two_year_percent
from scores
