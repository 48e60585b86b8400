-- Every event by which a person might have entered a cohort's window, with what the rules made of
-- it. Asked for the one person and window of explain_request.
with part as (
    select p.part_start
    from explain_request as q
    inner join cohort_part as p
        on q.cohort_window = p.cohort_window and q.cohort_start = p.cohort_start
),

candidate as (
    select
        e.index_date,
        e.entry_type,
        coalesce(e.release_id, s.event_id) as id,
        e.exclusion,
        e.event_no,
        e.release_no,
        i.event_no as day_event_no,
        i.release_no as day_release_no,
        c.index_date as cohort_index_date
    from explain_request as q
    inner join entry_event as e on q.person_no = e.person_no
    inner join part as w on quarter_start(e.index_date) = w.part_start
    left join sanction as s on e.event_no = s.event_no
    left join index_event as i on e.person_no = i.person_no and e.index_date = i.index_date
    left join cohort_basis as b
        on q.cohort_window = b.cohort_window and q.cohort_start = b.cohort_start
            and b.basis_start
                = case when b.basis_window = 'quarter' then w.part_start else q.cohort_start end
    left join cohort_entry as c
        on b.basis_window = c.cohort_window and b.basis_start = c.cohort_start
            and e.person_no = c.person_no
)

select
    index_date,
    entry_type,
    id,
    case
        when exclusion is not null then 'EXCLUDED'
        when index_date > cohort_index_date then 'LATER'
        when event_no = day_event_no and release_no is not distinct from day_release_no then 'INDEX'
        else 'OUTRANKED'
    end as verdict,
    exclusion
from candidate
order by index_date, entry_type, id
