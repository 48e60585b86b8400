-- table: participant_index
-- grain: one row per row of participants.csv whose person has an index event near the programme
-- reads: request_participant, request, index_event, sanction
-- why: METHOD 8.2: six months before to six months after; the event that the provider names by its
--      date or the conviction's, else the nearest, else the earlier
with candidate as (
    select
        request_participant.participant_row,
        index_event.person_no,
        index_event.index_date,
        row_number() over (
            partition by request_participant.participant_row
            order by
                case
                    when index_event.index_date = request_participant.index_date then 0
                    when sanction.event_date = request_participant.conviction_date then 1
                    else 2
                end,
                abs(days_between(request_participant.anchor_date, index_event.index_date)),
                index_event.index_date
        ) as rank_no
    from request_participant
    cross join request
    inner join index_event on request_participant.person_no = index_event.person_no
    inner join sanction on index_event.event_no = sanction.event_no
    where index_event.index_date
        between add_months(request_participant.anchor_date, -request.index_months)
        and add_months(request_participant.anchor_date, request.index_months)
)

select participant_row, person_no, index_date
from candidate
where rank_no = 1
