-- table: provider_region
-- kind: view
-- grain: one row per provider that lies wholly in one region
-- reads: ref_provider_region
-- why: METHOD 5: only such a provider tells the region
select provider_code, min(region_code) as region_code
from ref_provider_region
group by provider_code
having count(*) = 1 and min(share_basis) = 'whole'
