-- table: sanction_history
-- grain: one row per person and day with a sanction
-- reads: sanction
-- why: what had been proven before that day; other sanctions of the day itself do not count
with day as (
    select
        person_no,
        event_date,
        count(*) as sanctions,
        sum(offences) as offences
    from sanction
    group by person_no, event_date
)

select
    person_no,
    event_date,
    min(event_date) over history as first_sanction_date,
    cast(sum(sanctions) over history - sanctions as bigint) as previous_sanctions,
    cast(sum(offences) over history - offences as bigint) as previous_offences
from day
window history as (
    partition by person_no order by event_date
    rows between unbounded preceding and current row
)
