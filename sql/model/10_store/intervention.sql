-- table: intervention
-- grain: one row per accepted referral to a programme or commissioned service
-- reads: raw_intervention, duplicate_intervention, fault_intervention
-- why: METHOD 13: who took part in what
select
    intervention.row_no
        as intervention_no, intervention.intervention_id, intervention.crn,
        intervention.service_type, intervention.service_name,
    intervention.supplier, intervention.completed
        as is_completed, intervention.start_date, intervention.end_date
from raw_intervention as intervention
anti join duplicate_intervention on intervention.row_no = duplicate_intervention.row_no
anti join fault_intervention on intervention.row_no = fault_intervention.row_no
