-- table: probation_case
-- grain: one row per accepted case
-- reads: raw_probation_case, duplicate_probation_case, fault_probation_case
-- why: METHOD 13: the order or licence as it is linked and counted
select
    probation_case.row_no as case_no,
    probation_case.case_id,
    probation_case.crn,
    probation_case.noms_number,
    probation_case.pnc_id,
    probation_case.surname_key,
    left(probation_case.forenames_key, 1) as initial,
    probation_case.sex,
    probation_case.sentence_type,
    probation_case.provider_code,
    probation_case.delivery_unit_code,
    probation_case.local_authority_code,
    probation_case.risk_of_harm,
    probation_case.end_reason,
    probation_case.date_of_birth,
    probation_case.sentence_date,
    probation_case.start_date,
    probation_case.end_date,
    probation_case.allocation_date
from raw_probation_case as probation_case
anti join duplicate_probation_case on probation_case.row_no = duplicate_probation_case.row_no
anti join fault_probation_case on probation_case.row_no = fault_probation_case.row_no
