-- table: organisation_contract_area
-- kind: view
-- grain: one row per organisation that lies wholly in one contract area of 2014
-- reads: ref_organisation, ref_organisation_force
-- why: only such an organisation tells the contract area. Codes mean something in their structure
--      only; those of the draft of 2019 are letters that the regions use for other places
with area_force as (
    select f.force_code, f.organisation_code as contract_area
    from ref_organisation_force as f
    inner join ref_organisation as o
        on f.structure = o.structure and f.organisation_code = o.organisation_code
    where o.kind = 'CRC'
)

select f.organisation_code, min(a.contract_area) as contract_area
from ref_organisation_force as f
inner join area_force as a on f.force_code = a.force_code
where f.structure <> 'DRAFT_2019'
group by f.organisation_code
having min(a.contract_area) = max(a.contract_area)
