-- table: requirement
-- grain: one row per accepted requirement of an order or licence
-- reads: raw_requirement, probation_case, duplicate_requirement, fault_requirement
-- why: METHOD 13: what has to be done, with its case found
select
    requirement.row_no as requirement_no,
    probation_case.case_no,
    requirement.requirement_type,
    requirement.area_of_need,
    requirement.unit,
    requirement.ordered,
    requirement.done,
    requirement.training_hours,
    requirement.stood_down_hours,
    requirement.start_date,
    requirement.due_date,
    requirement.end_date,
    requirement.completed as is_completed,
    requirement.supplier,
    requirement.funding,
    requirement.lot
from raw_requirement as requirement
inner join probation_case on requirement.case_id = probation_case.case_id
anti join duplicate_requirement on requirement.row_no = duplicate_requirement.row_no
anti join fault_requirement on requirement.row_no = fault_requirement.row_no
