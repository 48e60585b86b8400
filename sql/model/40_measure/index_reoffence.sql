-- table: index_reoffence
-- grain: one row per index event that is followed and reoffence
-- reads: index_event, offence_verdict, sanction, method
-- why: METHOD 3: committed within the year after the index date, proven within six months more;
--      under the measure reconviction (METHOD 10) proven by a conviction. METHOD 15: the first is
--      found by date, proof, severity and id
select
    index_event.person_no,
    index_event.index_date,
    offence.offence_no,
    offence.offence_id,
    offence.event_id,
    offence.ho_code,
    offence.offence_group,
    offence.court_mode,
    row_number() over (
        partition by index_event.person_no, index_event.index_date
        order by
            offence.offence_date, offence.event_date, offence.severity_rank, offence.offence_id
    ) as reoffence_rank,
    days_between(index_event.index_date, offence.offence_date) as days_to_reoffence,
    sanction.disposal = 'CUSTODY' as is_custodial,
    offence.is_date_imputed,
    offence.offence_date,
    offence.event_date
from index_event
cross join method
inner join offence_verdict as offence on index_event.person_no = offence.person_no
inner join sanction on offence.event_no = sanction.event_no
where index_event.is_followed
    and offence.not_countable is null
    and offence.offence_date > index_event.index_date
    and offence.offence_date <= add_months(index_event.index_date, method.follow_up_months)
    and offence.event_date <= add_months(index_event.index_date, method.proof_months)
    and offence.event_no <> index_event.event_no
    and (offence.event_type = 'CONVICTION' or not method.is_conviction_only)
