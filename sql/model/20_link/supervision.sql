-- table: supervision
-- grain: one row per linked case
-- reads: probation_case, record_link
-- why: METHOD 14: the order or licence with its person, without a name
select
    record_link.person_no,
    probation_case.case_id,
    probation_case.sentence_type,
    probation_case.provider_code,
    probation_case.delivery_unit_code,
    probation_case.local_authority_code,
    probation_case.risk_of_harm,
    probation_case.end_reason,
    probation_case.sentence_date,
    probation_case.start_date,
    probation_case.end_date,
    probation_case.allocation_date
from probation_case
inner join record_link
    on record_link.resource = 'probation_case' and probation_case.case_no = record_link.record_no
where record_link.person_no is not null
