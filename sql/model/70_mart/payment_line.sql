-- table: payment_line
-- mart: restricted
-- grain: one row per provider, contract year and line of the calculation, the last one being the total
-- reads: contract_year, payment_part, payment_basis, frequency_hurdle, method
-- why: METHOD 7: what a provider is paid, line by line; the total is the sum of the lines as printed
with total as (
    select
        contract_year.provider_code,
        contract_year.contract_year,
        contract_year.year_start,
        contract_year.year_end,
        cast(coalesce(sum(payment_part.pence), 0) as bigint) as pence,
        coalesce(bool_or(payment_part.result = 'INTERIM'), false) as is_interim
    from contract_year
    left join payment_part
        on contract_year.provider_code = payment_part.provider_code
            and contract_year.contract_year = payment_part.contract_year
    group by contract_year.provider_code, contract_year.contract_year, contract_year.year_start,
        contract_year.year_end
),

line as (
    select * from payment_part
    union all
    select
        8 as part, provider_code, contract_year, 1 as order_no, 'TOTAL' as component,
        'total' as item, year_start as period_start, year_end as period_end,
        cast(null as string) as cohort_window, cast(null as bigint) as units,
        cast(null as string) as unit, cast(null as decimal(18, 2)) as unit_price,
        cast(null as decimal(18, 2)) as limit_amount, pence, 'SUM' as rule,
        case when is_interim then 'INTERIM' else 'final' end as result,
        case when is_interim then 'INTERIM' end as reason,
        cast(null as bigint) as people
    from total
),

dated as (
    select
        line.*,
        contract_year.contract,
        contract_year.year_start,
        contract_year.year_end,
        method.score,
        case
            when line.reason = 'MONTH_NOT_BEGUN' then line.period_start
            when line.reason = 'YEAR_NOT_OVER' then add_days(contract_year.year_end, 1)
            when line.reason = 'HURDLE_INTERIM' then frequency_hurdle.final_on
            when line.reason = 'INTERIM' and line.cohort_window is not null
                then add_months(line.period_end, method.observed_months)
        end as own_wait
    from line
    cross join method
    inner join contract_year
        on line.provider_code = contract_year.provider_code
            and line.contract_year = contract_year.contract_year
    left join frequency_hurdle
        on line.provider_code = frequency_hurdle.provider_code
            and line.contract_year = frequency_hurdle.contract_year
            and line.cohort_window = frequency_hurdle.cohort_window
            and line.period_start = frequency_hurdle.cohort_start
),

waiting as (
    select
        *,
        max(own_wait) over (partition by provider_code, contract_year) as longest_wait,
        max(case when cohort_window is not null then own_wait end)
            over (partition by provider_code, contract_year) as longest_result_wait
    from dated
)

select
    waiting.contract,
    waiting.provider_code,
    waiting.contract_year,
    waiting.year_start,
    waiting.year_end,
    cast(row_number() over (
        partition by waiting.provider_code, waiting.contract_year order by waiting.part,
            waiting.order_no
    ) as int) as line_no,
    waiting.component,
    waiting.item,
    waiting.period_start,
    waiting.period_end,
    waiting.cohort_window,
    ratio(waiting.units, units_per(waiting.unit)) as quantity,
    waiting.unit,
    waiting.unit_price,
    waiting.limit_amount,
    cast(cast(waiting.pence as decimal(18, 0)) * cast(0.01 as decimal(3, 2)) as decimal(18, 2))
        as amount,
    waiting.rule,
    waiting.result,
    waiting.reason,
    case
        when waiting.reason = 'INTERIM' and waiting.component = 'TOTAL' then waiting.longest_wait
        when waiting.reason = 'INTERIM' and waiting.component = 'CAP'
            then waiting.longest_result_wait
        else waiting.own_wait
    end as waits_until,
    payment_basis.baseline,
    payment_basis.outcome,
    payment_basis.observed,
    payment_basis.adjusted,
    payment_basis.benchmark,
    payment_basis.lower_limit,
    payment_basis.upper_limit,
    payment_basis.limits,
    payment_basis.reoffences_avoided_per_offender,
    payment_basis.offenders,
    payment_basis.effective_offenders,
    payment_basis.reoffenders,
    payment_basis.reoffences,
    payment_basis.baseline_offenders,
    payment_basis.baseline_reoffenders,
    waiting.people,
    case when payment_basis.adjusted is not null then waiting.score end as score
from waiting
left join payment_basis
    on waiting.provider_code = payment_basis.provider_code
        and waiting.contract_year = payment_basis.contract_year
        and waiting.component = payment_basis.component
        and waiting.period_start = payment_basis.period_start
        and (
            waiting.cohort_window = payment_basis.cohort_window
                or waiting.item = payment_basis.measure
        )
order by provider_code, contract_year, line_no
