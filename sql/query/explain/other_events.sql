-- Events in the cohort's window that are no entry events at all, and why. Asked for the one person
-- and window of explain_request.
with part as (
    select p.part_start
    from explain_request as q
    inner join cohort_part as p
        on q.cohort_window = p.cohort_window and q.cohort_start = p.cohort_start
),

other_release as (
    select r.release_date as event_date, 'RELEASE' as event_type, r.release_id as id,
        'RELEASE_' || r.release_type as reason
    from explain_request as q
    inner join release as r on q.person_no = r.person_no
    semi join method_excluded_release as x on r.release_type = x.release_type
),

other_event as (
    select e.event_date, e.event_type, e.event_id as id,
        case
            when e.event_type = 'PENALTY_NOTICE' then 'PENALTY_NOTICE'
            when s.event_no is null then 'NO_COUNTABLE_OFFENCE'
            else 'CUSTODY_ENTERS_BY_RELEASE'
        end as reason
    from explain_request as q
    inner join pnc_event as e on q.person_no = e.person_no
    left join sanction as s on e.event_no = s.event_no
    where s.event_no is null or (s.event_type = 'CONVICTION' and s.disposal = 'CUSTODY')
),

either as (
    select * from other_release
    union all
    select * from other_event
)

select e.event_date, e.event_type, e.id, e.reason
from either as e
inner join part as w on quarter_start(e.event_date) = w.part_start
order by e.event_date, e.event_type, e.id
