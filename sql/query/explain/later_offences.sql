-- Every offence of a person that was committed or proven after an index date of the cohort, with
-- whether it counts as a reoffence and, if not, the first rule that speaks against it. The sum of four
-- quarters can have the person once in each: every index date has its own. Codes have no titles of
-- their own in the reference tables, their classes have.
with member as (
    select e.person_no, e.index_date, i.event_no as index_event_no
    from explain_request as q
    inner join cohort_basis as b
        on q.cohort_window = b.cohort_window and q.cohort_start = b.cohort_start
    inner join cohort_entry as e
        on b.basis_window = e.cohort_window and b.basis_start = e.cohort_start
            and q.person_no = e.person_no
    inner join index_event as i on e.person_no = i.person_no and e.index_date = i.index_date
)

select
    m.index_date,
    o.offence_id,
    o.offence_date,
    o.event_date,
    o.ho_code,
    coalesce(t.class_title, f.offence_group) as offence_class,
    case
        when o.not_countable is not null then o.not_countable
        when o.event_no = m.index_event_no then 'INDEX_EVENT'
        when o.offence_date <= m.index_date then 'PSEUDO_RECONVICTION'
        when o.offence_date > add_months(m.index_date, k.follow_up_months) then 'TOO_LATE'
        when o.event_date > add_months(m.index_date, k.proof_months) then 'PROVEN_TOO_LATE'
        when k.is_conviction_only and o.event_type <> 'CONVICTION' then 'NOT_A_CONVICTION'
        else 'COUNTED'
    end as verdict
from member as m
cross join method as k
inner join offence_verdict as o on m.person_no = o.person_no
left join ref_offence as f on o.ho_code = f.ho_code
left join ref_offence_class as t on f.ho_offence_class = t.ho_offence_class
where o.event_date > m.index_date or o.offence_date > m.index_date
order by m.index_date, o.offence_date, o.event_date, o.offence_id
