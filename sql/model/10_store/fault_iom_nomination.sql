-- table: fault_iom_nomination
-- kind: view
-- grain: one row per nomination and reason to refuse it that only other rows, or its dates together, can show
-- reads: raw_iom_nomination, pnc_person
-- why: METHOD 13: a nomination is of somebody, and cannot end before it starts
with orphan as (
    select row_no, nomination_id as row_key, 'ORPHAN' as code, 'pnc_id' as field,
        'no accepted row of pnc_person has this PNC id' as message
    from raw_iom_nomination
    anti join pnc_person using (pnc_id)
),

backwards as (
    select row_no, nomination_id as row_key, 'DATE_ORDER' as code, 'end_date' as field,
        'end_date ' || cast(end_date as string) || ' is before start_date '
            || cast(start_date as string) as message
    from raw_iom_nomination
    where end_date < start_date
)

select * from orphan
union all
select * from backwards
