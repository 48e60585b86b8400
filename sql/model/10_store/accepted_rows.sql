-- table: accepted_rows
-- kind: view
-- grain: one row per resource with its number of accepted rows
-- reads: pnc_person, pnc_event, pnc_offence, pnc_disposal, prison_release, probation_case, assessment, intervention, performance_measure, requirement, contact, pnc_person, iom_nomination
-- why: METHOD 13: what arrived and what of it is used
select 'pnc_person' as resource, cast(count(*) as bigint) as n from pnc_person
union all
select 'pnc_event', cast(count(*) as bigint) from pnc_event
union all
select 'pnc_offence', cast(count(*) as bigint) from pnc_offence
union all
select 'pnc_disposal', cast(count(*) as bigint) from pnc_disposal
union all
select 'prison_release', cast(count(*) as bigint) from prison_release
union all
select 'probation_case', cast(count(*) as bigint) from probation_case
union all
select 'assessment', cast(count(*) as bigint) from assessment
union all
select 'intervention', cast(count(*) as bigint) from intervention
union all
select 'performance_measure', cast(count(*) as bigint) from performance_measure
union all
select 'requirement', cast(count(*) as bigint) from requirement
union all
select 'contact', cast(count(*) as bigint) from contact
union all
select 'iom_nomination', cast(count(*) as bigint) from iom_nomination
