-- table: fault_pnc_offence
-- grain: one row per offence and reason to refuse it that only other rows can show
-- reads: raw_pnc_offence, pnc_event
-- why: an offence is proven at an event; it cannot start after it, nor end before it starts
with orphan as (
    select row_no, offence_id as row_key, 'ORPHAN' as code, 'event_id' as field,
        'no accepted row of pnc_event has this event_id' as message
    from raw_pnc_offence
    anti join pnc_event using (event_id)
),

after_event as (
    select o.row_no, o.offence_id as row_key, 'DATE_ORDER' as code,
        case when o.offence_start_date is null then 'offence_end_date' else 'offence_start_date' end
            as field,
        cast(coalesce(o.offence_start_date, o.offence_end_date) as string)
            || ' is after the event it was proven at, ' || cast(e.event_date as string) as message
    from raw_pnc_offence as o
    inner join pnc_event as e on o.event_id = e.event_id
    where coalesce(o.offence_start_date, o.offence_end_date) > e.event_date
),

backwards as (
    select row_no, offence_id as row_key, 'DATE_ORDER' as code, 'offence_end_date' as field,
        'offence_end_date ' || cast(offence_end_date as string) || ' is before offence_start_date '
            || cast(offence_start_date as string) as message
    from raw_pnc_offence
    where offence_end_date < offence_start_date
)

select * from orphan
union all
select * from after_event
union all
select * from backwards
