-- table: provider_not_valid
-- kind: view
-- grain: one row: the number of accepted cases under a provider code outside its validity
-- reads: probation_case, ref_provider
-- why: such a case is kept under the code it carries, and flagged
select count(*) as n
from probation_case as c
inner join ref_provider as p on c.provider_code = p.provider_code
where c.start_date < p.valid_from or c.start_date > p.valid_to
