-- table: index_reoffence
-- grain: one row per index event and reoffence
-- reads: followed_index, countable_offence, sanction, method
-- why: METHOD 3: committed within the year after the index date, proven within six months more;
--      under the measure reconviction (METHOD 10) proven by a conviction
select
    i.person_no,
    i.index_date,
    o.offence_no,
    o.offence_id,
    o.event_id,
    o.ho_code,
    o.offence_group,
    o.court_mode,
    o.severity_rank,
    days_between(i.index_date, o.offence_date) as days_to_reoffence,
    s.disposal = 'CUSTODY' as is_custodial,
    o.is_date_imputed,
    o.offence_date,
    o.event_date
from followed_index as i
cross join method as m
inner join countable_offence as o on i.person_no = o.person_no
inner join sanction as s on o.event_no = s.event_no
where o.offence_date > i.index_date
    and o.offence_date <= add_months(i.index_date, m.follow_up_months)
    and o.event_date <= add_months(i.index_date, m.proof_months)
    and o.event_no <> i.event_no
    and (o.event_type = 'CONVICTION' or not m.is_conviction_only)
