-- table: entry_event
-- grain: one row per event by which somebody can enter a cohort, usable or not
-- reads: release, release_index, sanction, pnc_person
-- why: METHOD 2: releases, non-custodial convictions and cautions, with the reason when one is not usable
with entry as (
    select
        r.person_no,
        i.event_no,
        r.release_no,
        r.release_id,
        'RELEASE' as entry_type,
        1 as entry_rank,
        r.release_date as index_date
    from release as r
    left join release_index as i on r.release_no = i.release_no
    where r.release_type not in ('REMAND', 'RECALL', 'DEPORTED', 'TRANSFERRED', 'DIED')
    union all
    select
        person_no,
        event_no,
        cast(null as bigint) as release_no,
        cast(null as string) as release_id,
        case when event_type = 'CONVICTION' then 'CONVICTION' else 'CAUTION' end as entry_type,
        case when event_type = 'CONVICTION' then 2 else 3 end as entry_rank,
        event_date as index_date
    from sanction
    where event_type <> 'CONVICTION' or disposal <> 'CUSTODY'
)

select
    e.*,
    years_between(p.date_of_birth, e.index_date) as age_at_index,
    case
        when e.person_no is null then 'NOT_LINKED'
        when e.event_no is null then 'NO_INDEX_OFFENCE'
        when p.date_of_birth is null then 'NO_BIRTH_DATE'
        when years_between(p.date_of_birth, e.index_date) < 10 then 'UNDER_10'
        when p.date_of_death < e.index_date then 'DIED_BEFORE_INDEX'
    end as exclusion
from entry as e
left join pnc_person as p on e.person_no = p.person_no
