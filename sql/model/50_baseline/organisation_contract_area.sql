-- table: organisation_contract_area
-- kind: view
-- grain: one row per organisation that lies wholly in one contract area of 2014
-- reads: ref_organisation, ref_organisation_force
-- why: METHOD 5: only such an organisation tells the contract area. Codes mean something in their
--      structure only; those of the draft of 2019 are letters that the regions use for other places
with area_force as (
    select organisation_force.force_code, organisation_force.organisation_code as contract_area
    from ref_organisation_force as organisation_force
    inner join ref_organisation as organisation
        on organisation_force.structure = organisation.structure
            and organisation_force.organisation_code = organisation.organisation_code
    where organisation.kind = 'CRC'
)

select organisation_force.organisation_code, min(area_force.contract_area) as contract_area
from ref_organisation_force as organisation_force
inner join area_force on organisation_force.force_code = area_force.force_code
where organisation_force.structure <> 'DRAFT_2019'
group by organisation_force.organisation_code
having min(area_force.contract_area) = max(area_force.contract_area)
