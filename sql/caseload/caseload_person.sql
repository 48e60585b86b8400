-- table: caseload_person
-- grain: one row per quarter and person under supervision on its last day
-- reads: supervised_case, caseload_quarter
-- why: METHOD 10: a person is counted once, under the first of the cases that run on that day; a case
--      that ends on the day still runs
with running as (
    select q.quarter_start, c.supervised_no, min(c.place) as place
    from supervised_case as c
    inner join caseload_quarter as q
        on c.start_date <= q.quarter_end and coalesce(c.end_date, q.quarter_end) >= q.quarter_end
    group by q.quarter_start, c.supervised_no
)

select
    r.quarter_start,
    c.supervised_no,
    c.person_no,
    c.sentence_type,
    c.risk_of_harm,
    c.region,
    c.provider,
    c.delivery_unit,
    c.local_authority
from running as r
inner join supervised_case as c on r.supervised_no = c.supervised_no and r.place = c.place
