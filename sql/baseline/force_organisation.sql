-- table: force_organisation
-- kind: view
-- grain: one row per structure, police area and kind of organisation that covered it
-- reads: ref_organisation, ref_organisation_force
-- why: who was in charge of a place when the record does not say so itself
select
    f.structure,
    f.force_code,
    o.kind,
    f.organisation_code
from ref_organisation_force as f
inner join ref_organisation as o
    on f.structure = o.structure and f.organisation_code = o.organisation_code
