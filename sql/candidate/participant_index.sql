-- table: participant_index
-- grain: one row per row of participants.csv whose person has an index event near the programme
-- reads: request_participant, request, index_event, sanction
-- why: METHOD 8.2: six months before to six months after; the event that the provider names by its
--      date or the conviction's, else the nearest, else the earlier
with candidate as (
    select
        p.participant_row,
        i.person_no,
        i.index_date,
        row_number() over (
            partition by p.participant_row
            order by
                case
                    when i.index_date = p.index_date then 0
                    when s.event_date = p.conviction_date then 1
                    else 2
                end,
                abs(days_between(p.anchor_date, i.index_date)),
                i.index_date
        ) as place
    from request_participant as p
    cross join request as r
    inner join index_event as i on p.person_no = i.person_no
    inner join sanction as s on i.event_no = s.event_no
    where i.index_date between add_months(p.anchor_date, -r.index_months)
        and add_months(p.anchor_date, r.index_months)
)

select participant_row, person_no, index_date
from candidate
where place = 1
