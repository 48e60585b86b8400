-- table: placement
-- grain: one row per index event in a cohort
-- reads: attribution, ref_local_authority, ref_prison, ref_region, ref_organisation, ref_structure_period, force_organisation, organisation_contract_area, method
-- why: METHOD 5 and 7, through time: the organisation in charge on the index date, and the contract area
--      of 2014 and the region of 2005 that the person would belong to. Everybody is placed one by one, never by a share. People
--      released from a short sentence before such releases were supervised are placed without a case
with place as (
    select
        attribution.person_no,
        attribution.index_date,
        attribution.region,
        attribution.provider_type,
        nullif(attribution.provider, 'NONE') as provider_code,
        coalesce(ref_local_authority.force_code, attribution.police_force) as force_code,
        case
            when ref_local_authority.force_code is null then 'POLICE_FORCE'
            else 'LOCAL_AUTHORITY'
        end as basis,
        coalesce(attribution.risk_of_harm in ('HIGH', 'VERY_HIGH'), false) as is_high_risk,
        attribution.provider = 'NONE' and attribution.is_short_sentence
            and attribution.index_date < method.short_sentences_supervised_from
            as is_unsupervised_release,
        ref_prison.region_code as prison_region
    from attribution
    cross join method
    left join ref_prison on attribution.prison = ref_prison.establishment_code
    left join ref_local_authority
        on attribution.local_authority = ref_local_authority.local_authority_code
),

in_force as (
    select
        place.*,
        structure_period.structure,
        organisation.structure as recorded_structure,
        organisation.organisation_code as recorded_organisation,
        ref_region.delius_code as region_organisation,
        organisation_contract_area.contract_area as recorded_area,
        prison_area.contract_area as prison_area
    from place
    inner join ref_structure_period as structure_period
        on place.region = structure_period.region_code
            and (
                structure_period.valid_from is null
                    or place.index_date >= structure_period.valid_from
            )
            and (structure_period.valid_to is null or place.index_date <= structure_period.valid_to)
    -- An organisation of the draft was never in charge: it has no dates.
    left join ref_organisation as organisation
        on place.provider_code = organisation.organisation_code
            and place.index_date >= organisation.valid_from
            and (organisation.valid_to is null or place.index_date <= organisation.valid_to)
    left join ref_region on place.region = ref_region.region_code
    left join organisation_contract_area
        on place.provider_code = organisation_contract_area.organisation_code
    left join ref_region as region_of_prison
        on place.prison_region = region_of_prison.region_code
    left join organisation_contract_area as prison_area
        on region_of_prison.delius_code = prison_area.organisation_code
)

select
    in_force.person_no,
    in_force.index_date,
    coalesce(in_force.recorded_structure, in_force.structure) as structure,
    case
        when in_force.provider_code is null then 'NONE'
        when in_force.recorded_organisation is not null then in_force.recorded_organisation
        when in_force.structure = 'REGIONS_2021'
            then coalesce(in_force.region_organisation, 'UNKNOWN')
        else coalesce(f.organisation_code, 'UNKNOWN')
    end as organisation,
    case
        when in_force.provider_code is null then 'NONE'
        when in_force.recorded_organisation is not null then 'RECORDED'
        when in_force.structure = 'REGIONS_2021' and in_force.region_organisation is not null
            then 'REGION'
        when f.organisation_code is not null then in_force.basis
        else 'UNKNOWN'
    end as organisation_basis,
    case
        when in_force.is_unsupervised_release
            then coalesce(w.organisation_code, in_force.prison_area, 'UNKNOWN')
        when in_force.provider_code is null then 'NONE'
        else coalesce(in_force.recorded_area, w.organisation_code, 'UNKNOWN')
    end as contract_area,
    coalesce(r.organisation_code, 'UNKNOWN') as region_2005,
    -- Those whom a contract would have paid for: low and medium risk went to the companies.
    coalesce(
        in_force.is_unsupervised_release or in_force.provider_type = 'CRC'
            or (in_force.provider_type = 'TRUST' and not in_force.is_high_risk), false
    ) as is_contract_cohort
from in_force
left join force_organisation as f
    on in_force.structure = f.structure and in_force.force_code = f.force_code
        and f.kind = case
            when in_force.structure = 'AREAS' then 'AREA'
            when in_force.structure = 'TRUSTS' then 'TRUST'
            when in_force.structure = 'CRC_NPS' and in_force.is_high_risk then 'NPS_DIVISION'
            when in_force.structure = 'CRC_NPS' then 'CRC'
            else 'REGION'
        end
left join force_organisation as w on in_force.force_code = w.force_code and w.kind = 'CRC'
left join force_organisation as r on in_force.force_code = r.force_code and r.kind = 'ROM_REGION'
