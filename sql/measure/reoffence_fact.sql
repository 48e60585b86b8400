-- table: reoffence_fact
-- grain: one row per index event with at least one reoffence
-- reads: index_reoffence
-- why: METHOD 4 and 15: counts, and the first reoffence by date, proof, severity and id
with ordered as (
    select
        *,
        row_number() over (
            partition by person_no, index_date
            order by offence_date, event_date, severity_rank, offence_id
        ) as place
    from index_reoffence
)

select
    person_no,
    index_date,
    cast(count(*) as bigint) as reoffences,
    cast(count(distinct event_id) as bigint) as reoffence_events,
    cast(count(*) filter (where is_custodial) as bigint) as custodial_reoffences,
    min(offence_date) as first_reoffence_date,
    min(event_date) as first_proof_date,
    min(days_to_reoffence) as days_to_first_reoffence,
    min(court_mode) filter (where place = 1) as first_reoffence_court_mode
from ordered
group by person_no, index_date
