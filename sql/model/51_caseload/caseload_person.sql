-- table: caseload_person
-- grain: one row per quarter and person under supervision on its last day
-- reads: supervised_case, caseload_quarter
-- why: METHOD 10: a person is counted once, under the first of the cases that run on that day; a case
--      that ends on the day still runs
with running as (
    select caseload_quarter.quarter_start, supervised_case.supervised_no,
        min(supervised_case.rank_no) as rank_no
    from supervised_case
    inner join caseload_quarter
        on supervised_case.start_date <= caseload_quarter.quarter_end
            and coalesce(supervised_case.end_date, caseload_quarter.quarter_end)
            >= caseload_quarter.quarter_end
    group by caseload_quarter.quarter_start, supervised_case.supervised_no
)

select
    running.quarter_start,
    supervised_case.supervised_no,
    supervised_case.person_no,
    supervised_case.sentence_type,
    supervised_case.risk_of_harm,
    supervised_case.region,
    supervised_case.provider,
    supervised_case.delivery_unit,
    supervised_case.local_authority
from running
inner join supervised_case
    on running.supervised_no = supervised_case.supervised_no
        and running.rank_no = supervised_case.rank_no
