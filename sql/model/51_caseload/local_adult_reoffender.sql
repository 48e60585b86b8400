-- table: local_adult_reoffender
-- grain: one row per quarter and person with a proven reoffence after its last day
-- reads: local_adult_quarter, offence_verdict, method
-- why: METHOD 10: committed in the months after the quarter, proven in them or in the months to prove it
select distinct
    local_adult_quarter.quarter_start,
    offence_verdict.person_no
from offence_verdict
cross join method
inner join local_adult_quarter
    on quarter_start(offence_verdict.offence_date) = local_adult_quarter.offence_quarter
where offence_verdict.not_countable is null
    and offence_verdict.offence_date <= local_adult_quarter.followed_until
    and offence_verdict.event_date <= local_adult_quarter.proof_until
    and (offence_verdict.event_type = 'CONVICTION' or not method.is_conviction_only)
