-- table: attribution
-- grain: one row per index event in a cohort
-- reads: followed_index, sanction, supervision_at_index, release, provider_region, ref_provider, ref_delivery_unit, ref_local_authority, ref_police_force, ref_region_draft_2019
-- why: METHOD 5: where and under whom; the first route that gives a region is kept
with route as (
    select
        i.person_no,
        i.index_date,
        coalesce(c.provider_code, 'NONE') as provider,
        case
            when c.case_id is null then 'NONE'
            else coalesce(p.provider_type, 'UNKNOWN')
        end as provider_type,
        coalesce(c.delivery_unit_code, 'NONE') as delivery_unit,
        coalesce(c.local_authority_code, 'UNKNOWN') as local_authority,
        coalesce(s.force_code, 'UNKNOWN') as police_force,
        r.establishment_code as prison,
        u.region_code as unit_region,
        a.region_code as authority_region,
        x.region_code as provider_region,
        f.region_code as force_region
    from followed_index as i
    inner join sanction as s on i.event_no = s.event_no
    left join supervision_at_index as c
        on i.person_no = c.person_no and i.index_date = c.index_date
    left join release as r on i.release_no = r.release_no
    left join ref_provider as p on c.provider_code = p.provider_code
    left join ref_delivery_unit as u on c.delivery_unit_code = u.delivery_unit_code
    left join ref_local_authority as a on c.local_authority_code = a.local_authority_code
    left join provider_region as x on c.provider_code = x.provider_code
    left join ref_police_force as f on s.force_code = f.force_code
),

placed as (
    select
        *,
        coalesce(unit_region, authority_region, provider_region, force_region, 'UNKNOWN') as region,
        case
            when unit_region is not null then 'DELIVERY_UNIT'
            when authority_region is not null then 'LOCAL_AUTHORITY'
            when provider_region is not null then 'PROVIDER'
            when force_region is not null then 'POLICE_FORCE'
            else 'UNKNOWN'
        end as region_basis
    from route
)

select
    p.person_no,
    p.index_date,
    p.region,
    coalesce(d.region_code_draft, case when p.region = 'L' then 'B' else 'UNKNOWN' end)
        as region_draft_2019,
    p.provider,
    p.provider_type,
    p.delivery_unit,
    p.police_force,
    p.local_authority,
    p.prison,
    p.region_basis
from placed as p
left join ref_region_draft_2019 as d on p.region = d.region_code_2021
