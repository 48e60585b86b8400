-- table: fault_pnc_offence
-- grain: one row per offence and reason to refuse it that only other rows can show
-- reads: raw_pnc_offence, pnc_event
-- why: METHOD 13: an offence is proven at an event; it cannot start after it, nor end before it
--      starts
with orphan as (
    select row_no, offence_id as row_key, 'ORPHAN' as code, 'event_id' as field,
        'no accepted row of pnc_event has this event_id' as message
    from raw_pnc_offence
    anti join pnc_event using (event_id)
),

after_event as (
    select pnc_offence.row_no, pnc_offence.offence_id as row_key, 'DATE_ORDER' as code,
        case
            when pnc_offence.offence_start_date is null then 'offence_end_date'
            else 'offence_start_date'
        end as field,
        cast(coalesce(pnc_offence.offence_start_date, pnc_offence.offence_end_date) as string)
            || ' is after the event it was proven at, ' || cast(pnc_event.event_date as string)
                as message
    from raw_pnc_offence as pnc_offence
    inner join pnc_event on pnc_offence.event_id = pnc_event.event_id
    where is_after(
        coalesce(pnc_offence.offence_start_date, pnc_offence.offence_end_date), pnc_event.event_date
    )
),

backwards as (
    select row_no, offence_id as row_key, 'DATE_ORDER' as code, 'offence_end_date' as field,
        'offence_end_date ' || cast(offence_end_date as string) || ' is before offence_start_date '
            || cast(offence_start_date as string) as message
    from raw_pnc_offence
    where is_after(offence_start_date, offence_end_date)
)

select * from orphan
union all
select * from after_event
union all
select * from backwards
