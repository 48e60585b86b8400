-- table: contract_purchase
-- grain: one row per provider, contract year and price of the rate card
-- reads: contract_use, contract_year, contract_supplier, contract_purchaser, intervention, probation_case
-- why: METHOD 7, fee for use: interventions that start in the year, are delivered by one of the
--      provider's suppliers, and are for somebody whom a purchasing division supervises on that day.
--      The price of a service's name goes before that of its type
with delivered as (
    select
        contract_supplier.provider_code,
        contract_supplier.contract_year,
        intervention.intervention_no,
        intervention.crn,
        intervention.service_type,
        intervention.service_name,
        intervention.start_date
    from intervention
    inner join contract_supplier on intervention.supplier = contract_supplier.supplier
    inner join contract_year
        on contract_supplier.provider_code = contract_year.provider_code
            and contract_supplier.contract_year = contract_year.contract_year
            and intervention.start_date between contract_year.year_start and contract_year.year_end
),

bought as (
    select distinct delivered.provider_code, delivered.contract_year, delivered.intervention_no,
        delivered.service_type, delivered.service_name
    from delivered
    inner join contract_purchaser
        on delivered.provider_code = contract_purchaser.provider_code
            and delivered.contract_year = contract_purchaser.contract_year
    inner join probation_case
        on delivered.crn = probation_case.crn
            and contract_purchaser.purchaser = probation_case.provider_code
            and probation_case.start_date <= delivered.start_date
            and (probation_case.end_date is null or probation_case.end_date >= delivered.start_date)
),

priced as (
    select
        bought.provider_code,
        bought.contract_year,
        bought.intervention_no,
        coalesce(min(n.use_no), min(t.use_no)) as use_no
    from bought
    left join contract_use as n
        on bought.provider_code = n.provider_code
            and bought.contract_year = n.contract_year
            and bought.service_name = n.service_name
    left join contract_use as t
        on bought.provider_code = t.provider_code
            and bought.contract_year = t.contract_year
            and bought.service_type = t.service_type
    group by bought.provider_code, bought.contract_year, bought.intervention_no
),

counted as (
    select provider_code, contract_year, use_no, cast(count(*) as bigint) as uses
    from priced
    group by provider_code, contract_year, use_no
)

select
    contract_use.provider_code,
    contract_use.contract_year,
    contract_use.use_no,
    coalesce(contract_use.service_name, contract_use.service_type) as item,
    contract_use.price,
    coalesce(counted.uses, 0) as uses
from contract_use
left join counted
    on contract_use.provider_code = counted.provider_code
        and contract_use.contract_year = counted.contract_year
        and contract_use.use_no = counted.use_no
