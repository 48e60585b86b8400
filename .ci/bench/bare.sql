-- The yardstick: cohort, reoffence and one aggregate, straight from the CSV files, and nothing else.
-- No validation, no linking beyond the id as written, no attribution, no scores, no disclosure control.
create view offence as
select o.offence_id, e.pnc_id, e.event_id, e.event_type, e.event_date, o.ho_code, o.force_code,
    coalesce(o.offence_start_date, o.offence_end_date, e.event_date) as offence_date
from read_csv('@DIR/pnc_offence.csv', all_varchar = true) as x
cross join lateral (
    select x.offence_id, x.event_id, x.ho_code, x.force_code, x.prosecutor, x.taken_into_consideration,
        try_cast(x.offence_start_date as date) as offence_start_date,
        try_cast(x.offence_end_date as date) as offence_end_date
) as o
inner join (
    select event_id, pnc_id, event_type, try_cast(event_date as date) as event_date
    from read_csv('@DIR/pnc_event.csv', all_varchar = true)
) as e on o.event_id = e.event_id
inner join read_csv('@REF/offence.csv', all_varchar = true) as r on o.ho_code = r.ho_code
where r.is_recordable = 'true' and r.is_breach = 'false' and e.event_type <> 'PENALTY_NOTICE'
    and coalesce(o.prosecutor, 'POLICE') = 'POLICE'
    and coalesce(o.taken_into_consideration, 'false') = 'false';

create table countable as
select o.*, d.disposal_rank
from offence as o
inner join (
    select d.offence_id, min(cast(r.severity_rank as int)) as disposal_rank
    from read_csv('@DIR/pnc_disposal.csv', all_varchar = true) as d
    inner join read_csv('@REF/disposal.csv', all_varchar = true) as r
        on d.disposal_code = r.disposal_code
    group by d.offence_id
) as d on o.offence_id = d.offence_id
where d.disposal_rank < 10;

create table sanction as
select pnc_id, event_id, event_date, min(disposal_rank) as disposal_rank, min(force_code) as force_code
from countable
group by pnc_id, event_id, event_date;

create table member as
with entry as (
    select pnc_id, event_date as index_date, event_id from sanction where disposal_rank > 1
    union all
    select pnc_id, try_cast(release_date as date), release_id
    from read_csv('@DIR/prison_release.csv', all_varchar = true)
    where pnc_id is not null
        and release_type not in ('REMAND', 'RECALL', 'DEPORTED', 'TRANSFERRED', 'DIED')
),

before as (
    select *, lag(index_date) over (partition by pnc_id order by index_date, event_id) as previous
    from entry
)

select *, date_trunc('quarter', index_date) as quarter
from before
where index_date between date '2012-01-01' and date '2019-12-31'
    and (previous is null or previous < date_trunc('quarter', index_date));

create table outcome as
select m.pnc_id, m.quarter, count(o.offence_id) as reoffences
from member as m
left join countable as o
    on m.pnc_id = o.pnc_id and o.offence_date > m.index_date
        and o.offence_date <= m.index_date + interval 12 month
        and o.event_date <= m.index_date + interval 18 month
        and o.event_id <> m.event_id
group by m.pnc_id, m.quarter;

select quarter, count(*) as offenders, count(*) filter (where reoffences > 0) as reoffenders,
    sum(reoffences) as reoffences
from outcome
group by quarter
order by quarter;
