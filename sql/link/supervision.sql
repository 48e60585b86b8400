-- table: supervision
-- grain: one row per linked case
-- reads: probation_case, record_link
-- why: the order or licence with its person, without a name
select
    l.person_no,
    c.case_id,
    c.sentence_type,
    c.provider_code,
    c.delivery_unit_code,
    c.local_authority_code,
    c.risk_of_harm,
    c.end_reason,
    c.sentence_date,
    c.start_date,
    c.end_date,
    c.allocation_date
from probation_case as c
inner join record_link as l on l.resource = 'probation_case' and c.case_no = l.record_no
where l.person_no is not null
