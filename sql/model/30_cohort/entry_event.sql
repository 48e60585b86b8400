-- table: entry_event
-- grain: one row per event by which somebody can enter a cohort, usable or not
-- reads: release, sanction, pnc_person, method_excluded_release, method
-- why: METHOD 2: releases, non-custodial convictions and cautions, with the reason when one is not
--      usable. A release counts with the custodial conviction on its sentence date, else the latest
--      up to the release
with released_sanctions as (
    select
        release.person_no,
        sanction.event_no,
        release.release_no,
        release.release_id,
        release.release_date,
        row_number() over (
            partition by release.release_no
            order by
                case
                    when sanction.event_date is not distinct from release.sentence_date then 0
                    else 1
                end,
                sanction.event_date desc,
                sanction.disposal_rank, sanction.severity_rank, sanction.event_id
        ) as rank_in_release
    from release
    anti join method_excluded_release
        on release.release_type = method_excluded_release.release_type
    left join sanction
        on release.person_no = sanction.person_no
            and sanction.disposal = 'CUSTODY'
            and (
                sanction.event_date <= release.release_date
                or sanction.event_date = release.sentence_date
            )
),

entries as (
    select
        person_no,
        event_no,
        release_no,
        release_id,
        'RELEASE' as entry_type,
        1 as entry_rank,
        release_date as index_date
    from released_sanctions
    where rank_in_release = 1
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
    entries.*,
    years_between(person.date_of_birth, entries.index_date) as age_at_index,
    case
        when entries.person_no is null then 'NOT_LINKED'
        when entries.event_no is null then 'NO_INDEX_OFFENCE'
        when person.date_of_birth is null then 'NO_BIRTH_DATE'
        when years_between(person.date_of_birth, entries.index_date) < method.minimum_age
            then 'UNDER_10'
        when person.date_of_death < entries.index_date then 'DIED_BEFORE_INDEX'
    end as exclusion
from entries
cross join method
left join pnc_person as person on entries.person_no = person.person_no
