-- table: row_fault
-- kind: view
-- grain: one row per row and reason to refuse it, of the reasons that need more than the row's own fields
-- reads: duplicate_row, fault_pnc_event, fault_pnc_offence, fault_pnc_disposal, fault_prison_release, fault_probation_case, fault_intervention, fault_performance_measure, fault_requirement, fault_contact, duplicate_row, fault_iom_nomination
-- why: METHOD 13: one list for the quarantine and the counts
select resource, row_no, row_key, code, cast(null as string) as field,
    'other rows with the same primary key say something different' as message
from duplicate_row
where code = 'DUPLICATE_KEY'
union all
select 'pnc_event', row_no, row_key, code, field, message from fault_pnc_event
union all
select 'pnc_offence', row_no, row_key, code, field, message from fault_pnc_offence
union all
select 'pnc_disposal', row_no, row_key, code, field, message from fault_pnc_disposal
union all
select 'prison_release', row_no, row_key, code, field, message from fault_prison_release
union all
select 'probation_case', row_no, row_key, code, field, message from fault_probation_case
union all
select 'intervention', row_no, row_key, code, field, message from fault_intervention
union all
select 'performance_measure', row_no, row_key, code, field, message from fault_performance_measure
union all
select 'requirement', row_no, row_key, code, field, message from fault_requirement
union all
select 'contact', row_no, row_key, code, field, message from fault_contact
union all
select 'iom_nomination', row_no, row_key, code, field, message from fault_iom_nomination
