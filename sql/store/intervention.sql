-- table: intervention
-- grain: one row per accepted referral to a programme or commissioned service
-- reads: raw_intervention, duplicate_intervention, fault_intervention
-- why: who took part in what
select
    i.row_no as intervention_no, i.intervention_id, i.crn, i.service_type, i.service_name,
    i.supplier, i.completed as is_completed, i.start_date, i.end_date
from raw_intervention as i
anti join duplicate_intervention as d on i.row_no = d.row_no
anti join fault_intervention as f on i.row_no = f.row_no
