-- table: caseload_count
-- kind: view
-- grain: one row per quarter, place, sentence type and risk, and source of its counts
-- reads: caseload_person, supervised_case, case_allocation, caseload_quarter
-- why: METHOD 10: people on the last day, and cases that started or ended in the quarter, each
--      where it was
select quarter_start, region, provider, delivery_unit, local_authority, sentence_type, risk_of_harm,
    count(*) as people, 0 as starts, 0 as ends, 0 as allocation_due, 0 as allocated_in_time
from caseload_person
group by quarter_start, region, provider, delivery_unit, local_authority, sentence_type,
    risk_of_harm
union all
select caseload_quarter.quarter_start, supervised_case.region, supervised_case.provider,
    supervised_case.delivery_unit, supervised_case.local_authority, supervised_case.sentence_type,
    supervised_case.risk_of_harm,
    0, count(*), 0, count(case_allocation.case_no),
        count(*) filter (where case_allocation.is_in_time)
from supervised_case
inner join caseload_quarter
    on quarter_start(supervised_case.start_date) = caseload_quarter.quarter_start
left join case_allocation on supervised_case.case_no = case_allocation.case_no
group by caseload_quarter.quarter_start, supervised_case.region, supervised_case.provider,
    supervised_case.delivery_unit, supervised_case.local_authority, supervised_case.sentence_type,
    supervised_case.risk_of_harm
union all
select caseload_quarter.quarter_start, supervised_case.region, supervised_case.provider,
    supervised_case.delivery_unit, supervised_case.local_authority, supervised_case.sentence_type,
    supervised_case.risk_of_harm,
    0, 0, count(*), 0, 0
from supervised_case
inner join caseload_quarter
    on quarter_start(supervised_case.end_date) = caseload_quarter.quarter_start
group by caseload_quarter.quarter_start, supervised_case.region, supervised_case.provider,
    supervised_case.delivery_unit, supervised_case.local_authority, supervised_case.sentence_type,
    supervised_case.risk_of_harm
