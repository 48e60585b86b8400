-- table: provider_not_valid
-- kind: view
-- grain: one row: the number of accepted cases under a provider code outside its validity
-- reads: probation_case, ref_provider
-- why: METHOD 15: such a case is kept under the code it carries, and flagged
select count(*) as n
from probation_case
inner join ref_provider on probation_case.provider_code = ref_provider.provider_code
where probation_case.start_date < ref_provider.valid_from
    or probation_case.start_date > ref_provider.valid_to
