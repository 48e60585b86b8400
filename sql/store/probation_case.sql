-- table: probation_case
-- grain: one row per accepted case
-- reads: raw_probation_case, duplicate_probation_case, fault_probation_case
-- why: the order or licence as it is linked and counted
select
    c.row_no as case_no,
    c.case_id,
    c.crn,
    c.noms_number,
    c.pnc_id,
    c.surname_key,
    left(c.forenames_key, 1) as initial,
    c.sex,
    c.sentence_type,
    c.provider_code,
    c.delivery_unit_code,
    c.local_authority_code,
    c.risk_of_harm,
    c.end_reason,
    c.date_of_birth,
    c.sentence_date,
    c.start_date,
    c.end_date,
    c.allocation_date
from raw_probation_case as c
anti join duplicate_probation_case as d on c.row_no = d.row_no
anti join fault_probation_case as f on c.row_no = f.row_no
