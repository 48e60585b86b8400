-- table: placement
-- grain: one row per index event in a cohort
-- reads: attribution, supervision_at_index, ref_local_authority, ref_region, ref_organisation, ref_structure_period, force_organisation, organisation_contract_area
-- why: METHOD 5, through time: the organisation in charge on the index date, and the contract area of
--      2014 that the person would belong to. Everybody is placed one by one, never by a share
with place as (
    select
        a.person_no,
        a.index_date,
        a.region,
        a.provider_type,
        c.provider_code,
        coalesce(l.force_code, a.police_force) as force_code,
        case when l.force_code is null then 'POLICE_FORCE' else 'LOCAL_AUTHORITY' end as basis,
        coalesce(c.risk_of_harm in ('HIGH', 'VERY_HIGH'), false) as is_high_risk
    from attribution as a
    left join supervision_at_index as c
        on a.person_no = c.person_no and a.index_date = c.index_date
    left join ref_local_authority as l on a.local_authority = l.local_authority_code
),

in_force as (
    select
        p.*,
        s.structure,
        o.structure as recorded_structure,
        o.organisation_code as recorded_organisation,
        r.delius_code as region_organisation,
        w.contract_area as recorded_area
    from place as p
    inner join ref_structure_period as s
        on p.region = s.region_code
            and (s.valid_from is null or p.index_date >= s.valid_from)
            and (s.valid_to is null or p.index_date <= s.valid_to)
    -- An organisation of the draft was never in charge: it has no dates.
    left join ref_organisation as o
        on p.provider_code = o.organisation_code
            and p.index_date >= o.valid_from
            and (o.valid_to is null or p.index_date <= o.valid_to)
    left join ref_region as r on p.region = r.region_code
    left join organisation_contract_area as w on p.provider_code = w.organisation_code
)

select
    i.person_no,
    i.index_date,
    coalesce(i.recorded_structure, i.structure) as structure,
    case
        when i.provider_code is null then 'NONE'
        when i.recorded_organisation is not null then i.recorded_organisation
        when i.structure = 'REGIONS_2021' then coalesce(i.region_organisation, 'UNKNOWN')
        else coalesce(f.organisation_code, 'UNKNOWN')
    end as organisation,
    case
        when i.provider_code is null then 'NONE'
        when i.recorded_organisation is not null then 'RECORDED'
        when i.structure = 'REGIONS_2021' and i.region_organisation is not null then 'REGION'
        when f.organisation_code is not null then i.basis
        else 'UNKNOWN'
    end as organisation_basis,
    case
        when i.provider_code is null then 'NONE'
        else coalesce(i.recorded_area, w.organisation_code, 'UNKNOWN')
    end as contract_area,
    -- Those whom a contract would have paid for: low and medium risk went to the companies.
    coalesce(
        i.provider_type = 'CRC' or (i.provider_type = 'TRUST' and not i.is_high_risk), false
    ) as is_contract_cohort
from in_force as i
left join force_organisation as f
    on i.structure = f.structure and i.force_code = f.force_code
        and f.kind = case
            when i.structure = 'AREAS' then 'AREA'
            when i.structure = 'TRUSTS' then 'TRUST'
            when i.structure = 'CRC_NPS' and i.is_high_risk then 'NPS_DIVISION'
            when i.structure = 'CRC_NPS' then 'CRC'
            else 'REGION'
        end
left join force_organisation as w on i.force_code = w.force_code and w.kind = 'CRC'
