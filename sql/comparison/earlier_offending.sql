-- table: earlier_offending
-- grain: one row per index event of the request with another offence in the year before it
-- reads: comparison_index, countable_offence, method
-- why: METHOD 8.9: the placebo, counted like a reoffence but before anybody took part
select distinct i.person_no, i.index_date
from comparison_index as i
cross join method as m
inner join countable_offence as o on i.person_no = o.person_no
where o.offence_date >= add_months(i.index_date, -m.follow_up_months)
    and o.offence_date < i.index_date
    and o.event_date <= add_months(i.index_date, m.proof_months - m.follow_up_months)
    and o.event_no <> i.event_no
