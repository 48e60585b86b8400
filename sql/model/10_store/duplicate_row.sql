-- table: duplicate_row
-- kind: view
-- grain: one row per row of any resource that another row with the same primary key puts out
-- reads: duplicate_pnc_person, duplicate_pnc_event, duplicate_pnc_offence, duplicate_pnc_disposal, duplicate_prison_release, duplicate_probation_case, duplicate_assessment, duplicate_intervention, duplicate_performance_measure, duplicate_requirement, duplicate_contact, duplicate_pnc_person, duplicate_iom_nomination
-- why: METHOD 13: one list for the quarantine and the counts
select 'pnc_person' as resource, row_no, row_key, code from duplicate_pnc_person
union all
select 'pnc_event' as resource, row_no, row_key, code from duplicate_pnc_event
union all
select 'pnc_offence' as resource, row_no, row_key, code from duplicate_pnc_offence
union all
select 'pnc_disposal' as resource, row_no, row_key, code from duplicate_pnc_disposal
union all
select 'prison_release' as resource, row_no, row_key, code from duplicate_prison_release
union all
select 'probation_case' as resource, row_no, row_key, code from duplicate_probation_case
union all
select 'assessment' as resource, row_no, row_key, code from duplicate_assessment
union all
select 'intervention' as resource, row_no, row_key, code from duplicate_intervention
union all
select 'performance_measure' as resource, row_no, row_key, code from duplicate_performance_measure
union all
select 'requirement' as resource, row_no, row_key, code from duplicate_requirement
union all
select 'contact' as resource, row_no, row_key, code from duplicate_contact
union all
select 'iom_nomination' as resource, row_no, row_key, code from duplicate_iom_nomination
