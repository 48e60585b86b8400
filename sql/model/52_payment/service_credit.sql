-- table: service_credit
-- grain: one row per provider, contract year and measure with a service credit, and one more where a maximum cuts it
-- reads: contract_performance
-- why: METHOD 7: performance below the threshold costs so much for each point below the agreed
--      level, or for each period in breach; at the threshold itself nothing is due
with due as (
    select
        *,
        case
            when result <> 'final' then 'NOT_DUE'
            when basis = 'BREACH' and breaches > 0 then 'CREDIT_PER_BREACH'
            when basis = 'POINT' and performance_billionths < threshold_billionths
                then 'CREDIT_PER_POINT'
            else 'CREDIT_NOT_DUE'
        end as rule
    from contract_performance
),

counted as (
    select
        *,
        case
            when rule = 'CREDIT_PER_POINT' then performance_billionths - agreed_billionths
            when rule = 'CREDIT_PER_BREACH' then -breaches
            when rule = 'CREDIT_NOT_DUE' then 0
        end as units,
        case when basis = 'POINT' then 'point' else 'breach' end as unit
    from due
),

priced as (
    select
        *,
        priced_pence(
            coalesce(units, 0), units_per(unit), cast(deduction * 100 as bigint)) as full_pence,
        cast(maximum * 100 as bigint) as maximum_pence
    from counted
),

line as (
    select
        priced.*,
        n.line_no,
        case when n.line_no = 1 then full_pence else -full_pence - maximum_pence end as pence
    from priced
    cross join (values (1), (2)) as n(line_no)
    where n.line_no = 1 or -full_pence > maximum_pence
)

select
    provider_code,
    contract_year,
    cast(credit_no * 10 + line_no as int) as order_no,
    'SERVICE_CREDIT' as component,
    measure as item,
    year_start as period_start,
    year_end as period_end,
    case when line_no = 1 then units end as units,
    case when line_no = 1 then unit end as unit,
    case when line_no = 1 then deduction end as unit_price,
    maximum as limit_amount,
    pence,
    case when line_no = 1 then rule else 'CREDIT_MAXIMUM' end as rule,
    result,
    case
        when result = 'INTERIM' then 'YEAR_NOT_OVER'
        when result = 'none' then 'NO_PERFORMANCE'
    end as reason,
    cases as people
from line
