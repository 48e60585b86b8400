-- table: accepted_rows
-- kind: view
-- grain: one row per resource with its number of accepted rows
-- reads: {resource}
-- why: METHOD 13: what arrived and what of it is used
select '{resource}' as resource, cast(count(*) as bigint) as n from {resource}
