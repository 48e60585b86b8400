-- table: force_organisation
-- kind: view
-- grain: one row per structure, police area and kind of organisation that covered it
-- reads: ref_organisation, ref_organisation_force
-- why: METHOD 5: who was in charge of a place when the record does not say so itself
select
    organisation_force.structure,
    organisation_force.force_code,
    organisation.kind,
    organisation_force.organisation_code
from ref_organisation_force as organisation_force
inner join ref_organisation as organisation
    on organisation_force.structure = organisation.structure
        and organisation_force.organisation_code = organisation.organisation_code
