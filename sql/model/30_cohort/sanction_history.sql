-- table: sanction_history
-- grain: one row per person and day with a sanction
-- reads: sanction, pnc_person
-- why: METHOD 6: what had been proven before that day, and at which ages; other sanctions of the day
--      itself do not count
with sanction_days as (
    select
        person_no,
        event_date,
        count(*) as sanctions,
        sum(offences) as offences
    from sanction
    group by person_no, event_date
),

days_so_far as (
    select
        person_no,
        event_date,
        sanctions,
        offences,
        min(event_date) over history as first_sanction_date,
        sum(sanctions) over history as sanctions_so_far,
        sum(offences) over history as offences_so_far
    from sanction_days
    window history as (
        partition by person_no order by event_date
        rows between unbounded preceding and current row
    )
)

select
    days_so_far.person_no,
    days_so_far.event_date,
    years_between(pnc_person.date_of_birth, days_so_far.event_date) as age_at_sanction,
    years_between(pnc_person.date_of_birth, days_so_far.first_sanction_date)
        as age_at_first_sanction,
    cast(days_so_far.sanctions_so_far - days_so_far.sanctions as bigint) as previous_sanctions,
    cast(days_so_far.offences_so_far - days_so_far.offences as bigint) as previous_offences
from days_so_far
inner join pnc_person on days_so_far.person_no = pnc_person.person_no
