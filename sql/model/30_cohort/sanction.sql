-- table: sanction
-- grain: one row per proof event with at least one countable offence
-- reads: offence_verdict
-- why: METHOD 1: the event with its disposal and its lead offence
with countable_offences as (
    select
        *,
        row_number() over (
            partition by event_no
            order by disposal_rank, severity_rank, ho_code, offence_id
        ) as rank_in_event,
        count(*) over (partition by event_no) as offences
    from offence_verdict
    where not_countable is null
)

select
    person_no,
    event_no,
    event_id,
    event_type,
    case when event_type = 'CONVICTION' then disposal else 'CAUTION' end as disposal,
    disposal_rank,
    severity_rank,
    cast(offences as bigint) as offences,
    ho_code,
    force_code,
    offence_group,
    segment,
    court_mode,
    ogrs3_weight,
    event_date
from countable_offences
where rank_in_event = 1
