-- table: contract_performance
-- grain: one row per provider, contract year and measure with a service credit
-- reads: contract_credit, contract_year, performance_measure, method
-- why: METHOD 7: the year's performance is that of its whole periods together; a period in breach
--      is one that is below the threshold by itself. Delivered figures have decimals: they are
--      counted in thousandths
with period as (
    select
        contract_credit.provider_code,
        contract_credit.contract_year,
        contract_credit.credit_no,
        contract_credit.threshold_billionths,
        cast(floor(performance_measure.numerator * 1000e0 + 0.5e0) as bigint) as met,
        cast(floor(performance_measure.denominator * 1000e0 + 0.5e0) as bigint) as whole
    from contract_credit
    inner join contract_year
        on contract_credit.provider_code = contract_year.provider_code
            and contract_credit.contract_year = contract_year.contract_year
    inner join performance_measure
        on contract_credit.provider_code = performance_measure.provider_code
            and contract_credit.measure = performance_measure.measure
            and performance_measure.period_start >= contract_year.year_start
            and performance_measure.period_end <= contract_year.year_end
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
    contract_credit.provider_code,
    contract_credit.contract_year,
    contract_credit.credit_no,
    contract_credit.measure,
    contract_credit.basis,
    contract_credit.deduction,
    contract_credit.maximum,
    contract_year.year_start,
    contract_year.year_end,
    contract_credit.agreed_billionths,
    contract_credit.threshold_billionths,
    year_performance.performance_billionths,
    year_performance.cases,
    year_performance.breaches,
    case
        when method.snapshot <= contract_year.year_end then 'INTERIM'
        when year_performance.performance_billionths is null then 'none'
        else 'final'
    end as result
from contract_credit
cross join method
inner join contract_year
    on contract_credit.provider_code = contract_year.provider_code
        and contract_credit.contract_year = contract_year.contract_year
left join year_performance
    on contract_credit.provider_code = year_performance.provider_code
        and contract_credit.contract_year = year_performance.contract_year
        and contract_credit.credit_no = year_performance.credit_no
