-- table: scope_trait
-- kind: view
-- grain: one row per index event of the request that is in its scope
-- reads: comparison_trait, scope_event, request, request_value
-- why: METHOD 8.2 and 8.3: the filters, those of place included
select comparison_trait.*
from comparison_trait
cross join request
inner join scope_event
    on comparison_trait.person_no = scope_event.person_no
        and comparison_trait.index_date = scope_event.index_date
left join request_value
    on request_value.filter = 'region' and request_value.allowed = comparison_trait.region
where request_value.allowed is not null or not request.has_region
