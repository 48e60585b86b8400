-- table: ogrs3
-- grain: one row per index event in a cohort
-- reads: ogrs3_input, method
-- why: METHOD 6: the one-year and two-year probabilities, in billionths so that sums are exact
with score as (
    select
        o.person_no,
        o.index_date,
        o.previous_sanctions,
        o.previous_offences,
        o.ogrs_missing,
        case
            when o.ogrs_missing is null
                then o.age_sex_weight
                    + case
                        when o.previous_sanctions = 0 then m.ogrs3_first_sanction
                        else m.ogrs3_repeat_sanction
                    end
                    + m.ogrs3_copas_factor
                        * strict_ln(
                            cast(o.previous_sanctions + 1 as double)
                            / cast(o.career_years as double)
                        )
                    + o.ogrs3_weight
        end as score,
        m.ogrs3_one_year_constant,
        m.ogrs3_two_year_constant
    from ogrs3_input as o
    cross join method as m
)

select
    person_no,
    index_date,
    previous_sanctions,
    previous_offences,
    ogrs_missing,
    billionths(logistic(score + ogrs3_one_year_constant)) as one_year_billionths,
    billionths(logistic(score + ogrs3_two_year_constant)) as two_year_billionths
from score
