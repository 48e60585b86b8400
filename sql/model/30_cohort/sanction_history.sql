-- table: sanction_history
-- grain: one row per person and day with a sanction
-- reads: sanction
-- why: METHOD 6: what had been proven before that day; other sanctions of the day itself do not count
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
    person_no,
    event_date,
    first_sanction_date,
    cast(sanctions_so_far - sanctions as bigint) as previous_sanctions,
    cast(offences_so_far - offences as bigint) as previous_offences
from days_so_far
