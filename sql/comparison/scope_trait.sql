-- table: scope_trait
-- kind: view
-- grain: one row per index event of the request that is in its scope
-- reads: comparison_trait, scope_event, request, request_value
-- why: METHOD 8.2 and 8.3: the filters, those of place included
select t.*
from comparison_trait as t
cross join request as r
inner join scope_event as s on t.person_no = s.person_no and t.index_date = s.index_date
left join request_value as v on v.filter = 'region' and v.allowed = t.region
where v.allowed is not null or not r.has_region
