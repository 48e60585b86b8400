-- table: earlier_offending
-- grain: one row per index event of the request with another proven offence in the three years before it
-- reads: comparison_index, offence_verdict, method
-- why: METHOD 8.9: the placebo outcomes of months 1-12, 13-24 and 25-36 before the index date, each
--      counted like reoffences, a year to offend and six months more to prove it
with earlier as (
    select
        comparison_index.person_no,
        comparison_index.index_date,
        offence_verdict.event_date,
        case
            when offence_verdict.offence_date
                >= add_months(comparison_index.index_date, -method.follow_up_months)
                then 1
            when offence_verdict.offence_date
                >= add_months(comparison_index.index_date, -2 * method.follow_up_months)
                then 2
            else 3
        end as years_before
    from comparison_index
    cross join method
    inner join offence_verdict on comparison_index.person_no = offence_verdict.person_no
    where offence_verdict.not_countable is null
        and offence_verdict.offence_date
            >= add_months(comparison_index.index_date, -3 * method.follow_up_months)
        and offence_verdict.offence_date < comparison_index.index_date
        and offence_verdict.event_no <> comparison_index.event_no
)

select
    earlier.person_no,
    earlier.index_date,
    count(*) filter (where earlier.years_before = 1) as offences_1,
    count(*) filter (where earlier.years_before = 2) as offences_2,
    count(*) filter (where earlier.years_before = 3) as offences_3
from earlier
cross join method
where earlier.event_date
    <= add_months(
        earlier.index_date, method.proof_months - earlier.years_before * method.follow_up_months
    )
group by earlier.person_no, earlier.index_date
