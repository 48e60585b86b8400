-- table: earlier_offending
-- grain: one row per index event of the request with another offence in the year before it
-- reads: comparison_index, offence_verdict, method
-- why: METHOD 8.9: the placebo, counted like a reoffence but before anybody took part
select distinct comparison_index.person_no, comparison_index.index_date
from comparison_index
cross join method
inner join offence_verdict on comparison_index.person_no = offence_verdict.person_no
where offence_verdict.not_countable is null
    and offence_verdict.offence_date
        >= add_months(comparison_index.index_date, -method.follow_up_months)
    and offence_verdict.offence_date < comparison_index.index_date
    and offence_verdict.event_date
        <= add_months(comparison_index.index_date, method.proof_months - method.follow_up_months)
    and offence_verdict.event_no <> comparison_index.event_no
