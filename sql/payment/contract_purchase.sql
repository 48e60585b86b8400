-- table: contract_purchase
-- grain: one row per provider, contract year and price of the rate card
-- reads: contract_use, contract_year, contract_supplier, contract_purchaser, intervention, probation_case
-- why: METHOD 7, fee for use: interventions that start in the year, are delivered by one of the
--      provider's suppliers, and are for somebody whom a purchasing division supervises on that day.
--      The price of a service's name goes before that of its type
with delivered as (
    select
        s.provider_code,
        s.contract_year,
        i.intervention_no,
        i.crn,
        i.service_type,
        i.service_name,
        i.start_date
    from intervention as i
    inner join contract_supplier as s on i.supplier = s.supplier
    inner join contract_year as y
        on s.provider_code = y.provider_code
            and s.contract_year = y.contract_year
            and i.start_date between y.year_start and y.year_end
),

bought as (
    select distinct d.provider_code, d.contract_year, d.intervention_no, d.service_type, d.service_name
    from delivered as d
    inner join contract_purchaser as b
        on d.provider_code = b.provider_code and d.contract_year = b.contract_year
    inner join probation_case as c
        on d.crn = c.crn
            and b.purchaser = c.provider_code
            and c.start_date <= d.start_date
            and (c.end_date is null or c.end_date >= d.start_date)
),

priced as (
    select
        b.provider_code,
        b.contract_year,
        b.intervention_no,
        coalesce(min(n.use_no), min(t.use_no)) as use_no
    from bought as b
    left join contract_use as n
        on b.provider_code = n.provider_code
            and b.contract_year = n.contract_year
            and b.service_name = n.service_name
    left join contract_use as t
        on b.provider_code = t.provider_code
            and b.contract_year = t.contract_year
            and b.service_type = t.service_type
    group by b.provider_code, b.contract_year, b.intervention_no
),

counted as (
    select provider_code, contract_year, use_no, cast(count(*) as bigint) as uses
    from priced
    group by provider_code, contract_year, use_no
)

select
    u.provider_code,
    u.contract_year,
    u.use_no,
    coalesce(u.service_name, u.service_type) as item,
    u.price,
    coalesce(c.uses, 0) as uses
from contract_use as u
left join counted as c
    on u.provider_code = c.provider_code
        and u.contract_year = c.contract_year
        and u.use_no = c.use_no
