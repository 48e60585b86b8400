-- table: contract_performance
-- grain: one row per provider, contract year and measure with a service credit
-- reads: contract_credit, contract_year, performance_measure, method
-- why: the year's performance is that of its whole periods together; a period in breach is one that
--      is below the threshold by itself. Delivered figures have decimals: they are counted in
--      thousandths
with period as (
    select
        c.provider_code,
        c.contract_year,
        c.credit_no,
        c.threshold_billionths,
        cast(floor(p.numerator * 1000e0 + 0.5e0) as bigint) as met,
        cast(floor(p.denominator * 1000e0 + 0.5e0) as bigint) as whole
    from contract_credit as c
    inner join contract_year as y
        on c.provider_code = y.provider_code and c.contract_year = y.contract_year
    inner join performance_measure as p
        on c.provider_code = p.provider_code
            and c.measure = p.measure
            and p.period_start >= y.year_start
            and p.period_end <= y.year_end
),

year_performance as (
    select
        provider_code,
        contract_year,
        credit_no,
        cast(floor(sum(whole) / 1000e0) as bigint) as cases,
        cast(count(*) filter (
            where billionths(ratio(met, whole)) < threshold_billionths) as bigint) as breaches,
        billionths(ratio(cast(sum(met) as bigint), cast(sum(whole) as bigint)))
            as performance_billionths
    from period
    where met is not null and whole is not null
    group by provider_code, contract_year, credit_no
)

select
    c.provider_code,
    c.contract_year,
    c.credit_no,
    c.measure,
    c.basis,
    c.deduction,
    c.maximum,
    y.year_start,
    y.year_end,
    c.agreed_billionths,
    c.threshold_billionths,
    p.performance_billionths,
    p.cases,
    p.breaches,
    case
        when m.snapshot <= y.year_end then 'INTERIM'
        when p.performance_billionths is null then 'none'
        else 'final'
    end as result
from contract_credit as c
cross join method as m
inner join contract_year as y
    on c.provider_code = y.provider_code and c.contract_year = y.contract_year
left join year_performance as p
    on c.provider_code = p.provider_code
        and c.contract_year = p.contract_year
        and c.credit_no = p.credit_no
