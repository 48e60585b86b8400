-- table: local_adult_reoffender
-- grain: one row per quarter and person with a proven reoffence after its last day
-- reads: local_adult_quarter, countable_offence, method
-- why: METHOD 10: committed in the months after the quarter, proven in them or in the months to prove it
select distinct
    q.quarter_start,
    o.person_no
from countable_offence as o
cross join method as m
inner join local_adult_quarter as q on quarter_start(o.offence_date) = q.offence_quarter
where o.offence_date <= q.followed_until
    and o.event_date <= q.proof_until
    and (o.event_type = 'CONVICTION' or not m.is_conviction_only)
