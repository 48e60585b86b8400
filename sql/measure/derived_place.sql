-- table: derived_place
-- kind: view
-- grain: one row per basic geography and the wider one that its members belong to as well
-- reads: ref_region, ref_region_draft_2019, ref_provider
-- why: every member has one region and one provider; nation, draft region and provider type follow
with region as (
    select region_code from ref_region
    union all
    select 'UNKNOWN' as region_code
)

select 'region' as from_type, region_code as from_code, 'national' as geography_type,
    'EW' as geography_code
from region
union all
select 'region', r.region_code, 'region_draft_2019',
    coalesce(d.region_code_draft, case when r.region_code = 'L' then 'B' else 'UNKNOWN' end)
from region as r
left join ref_region_draft_2019 as d on r.region_code = d.region_code_2021
union all
select 'provider', provider_code, 'provider_type', provider_type
from ref_provider
