-- table: caseload_count
-- kind: view
-- grain: one row per quarter, place, sentence type and risk, and source of its counts
-- reads: caseload_person, supervised_case, case_allocation, caseload_quarter
-- why: people on the last day, and cases that started or ended in the quarter, each where it was
select quarter_start, region, provider, delivery_unit, local_authority, sentence_type, risk_of_harm,
    count(*) as people, 0 as starts, 0 as ends, 0 as allocation_due, 0 as allocated_in_time
from caseload_person
group by quarter_start, region, provider, delivery_unit, local_authority, sentence_type, risk_of_harm
union all
select q.quarter_start, c.region, c.provider, c.delivery_unit, c.local_authority, c.sentence_type,
    c.risk_of_harm,
    0, count(*), 0, count(a.case_no), count(*) filter (where a.is_in_time)
from supervised_case as c
inner join caseload_quarter as q on quarter_start(c.start_date) = q.quarter_start
left join case_allocation as a on c.case_no = a.case_no
group by q.quarter_start, c.region, c.provider, c.delivery_unit, c.local_authority, c.sentence_type,
    c.risk_of_harm
union all
select q.quarter_start, c.region, c.provider, c.delivery_unit, c.local_authority, c.sentence_type,
    c.risk_of_harm,
    0, 0, count(*), 0, 0
from supervised_case as c
inner join caseload_quarter as q on quarter_start(c.end_date) = q.quarter_start
group by q.quarter_start, c.region, c.provider, c.delivery_unit, c.local_authority, c.sentence_type,
    c.risk_of_harm
