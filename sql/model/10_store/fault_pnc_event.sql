-- table: fault_pnc_event
-- grain: one row per event and reason to refuse it that only other rows can show
-- reads: raw_pnc_event, pnc_person, method
-- why: METHOD 13: an event of nobody, or after the day of the snapshot, cannot be counted
with orphan as (
    select row_no, event_id as row_key, 'ORPHAN' as code, 'pnc_id' as field,
        'no accepted row of pnc_person has this PNC id' as message
    from raw_pnc_event
    anti join pnc_person using (pnc_id)
),

late as (
    select pnc_event.row_no, pnc_event.event_id as row_key, 'DATE_ORDER' as code, 'event_date'
        as field,
        'event_date ' || cast(pnc_event.event_date as string) || ' is after the snapshot' as message
    from raw_pnc_event as pnc_event
    cross join method
    where pnc_event.event_date > method.snapshot
)

select * from orphan
union all
select * from late
