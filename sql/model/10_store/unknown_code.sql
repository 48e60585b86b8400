-- table: unknown_code
-- kind: view
-- grain: one row per resource with the number of accepted rows that carry a code no reference table has
-- reads: pnc_offence, pnc_disposal, prison_release, probation_case, performance_measure, iom_nomination, ref_offence, ref_disposal, ref_police_force, ref_prison, ref_provider, ref_delivery_unit, ref_local_authority
-- why: such rows are used, as METHOD 13 says, and somebody should look at them
with offence as (
    select count(*) as n
    from pnc_offence
    left join ref_offence as offence on pnc_offence.ho_code = offence.ho_code
    left join ref_police_force on pnc_offence.force_code = ref_police_force.force_code
    where offence.ho_code is null
        or (pnc_offence.force_code is not null and ref_police_force.force_code is null)
),

disposal as (
    select count(*) as n from pnc_disposal anti join ref_disposal using (disposal_code)
),

release as (
    select count(*) as n from prison_release anti join ref_prison using (establishment_code)
),

supervision as (
    select count(*) as n
    from probation_case
    left join ref_provider on probation_case.provider_code = ref_provider.provider_code
    left join ref_delivery_unit
        on probation_case.delivery_unit_code = ref_delivery_unit.delivery_unit_code
    left join ref_local_authority
        on probation_case.local_authority_code = ref_local_authority.local_authority_code
    where ref_provider.provider_code is null
        or (
            probation_case.delivery_unit_code is not null
                and ref_delivery_unit.delivery_unit_code is null
        )
        or (
            probation_case.local_authority_code is not null
                and ref_local_authority.local_authority_code is null
        )
),

performance as (
    select count(*) as n from performance_measure anti join ref_provider using (provider_code)
),

nomination as (
    select count(*) as n from iom_nomination anti join ref_police_force using (force_code)
)

select 'pnc_offence' as resource, n from offence
union all
select 'pnc_disposal', n from disposal
union all
select 'prison_release', n from release
union all
select 'probation_case', n from supervision
union all
select 'performance_measure', n from performance
union all
select 'iom_nomination', n from nomination
