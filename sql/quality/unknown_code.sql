-- table: unknown_code
-- kind: view
-- grain: one row per resource with the number of accepted rows that carry a code no reference table has
-- reads: pnc_offence, pnc_disposal, prison_release, probation_case, performance_measure, ref_offence, ref_disposal, ref_police_force, ref_prison, ref_provider, ref_delivery_unit, ref_local_authority
-- why: such rows are used, as METHOD 13 says, and somebody should look at them
with offence as (
    select count(*) as n
    from pnc_offence as o
    left join ref_offence as r on o.ho_code = r.ho_code
    left join ref_police_force as f on o.force_code = f.force_code
    where r.ho_code is null or (o.force_code is not null and f.force_code is null)
),

disposal as (
    select count(*) as n from pnc_disposal anti join ref_disposal using (disposal_code)
),

release as (
    select count(*) as n from prison_release anti join ref_prison using (establishment_code)
),

supervision as (
    select count(*) as n
    from probation_case as c
    left join ref_provider as p on c.provider_code = p.provider_code
    left join ref_delivery_unit as u on c.delivery_unit_code = u.delivery_unit_code
    left join ref_local_authority as a on c.local_authority_code = a.local_authority_code
    where p.provider_code is null
        or (c.delivery_unit_code is not null and u.delivery_unit_code is null)
        or (c.local_authority_code is not null and a.local_authority_code is null)
),

performance as (
    select count(*) as n from performance_measure anti join ref_provider using (provider_code)
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
