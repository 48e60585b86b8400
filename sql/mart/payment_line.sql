-- table: payment_line
-- mart: restricted
-- grain: one row per provider, contract year and line of the calculation, the last one being the total
-- reads: contract_year, payment_part, payment_basis, frequency_hurdle, method
-- why: METHOD 7: what a provider is paid, line by line; the total is the sum of the lines as printed
with total as (
    select
        y.provider_code,
        y.contract_year,
        y.year_start,
        y.year_end,
        cast(coalesce(sum(p.pence), 0) as bigint) as pence,
        coalesce(bool_or(p.result = 'INTERIM'), false) as is_interim
    from contract_year as y
    left join payment_part as p
        on y.provider_code = p.provider_code and y.contract_year = p.contract_year
    group by y.provider_code, y.contract_year, y.year_start, y.year_end
),

line as (
    select * from payment_part
    union all
    select
        8 as part, provider_code, contract_year, 1 as place, 'TOTAL' as component,
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
        l.*,
        y.contract,
        y.year_start,
        y.year_end,
        case
            when l.reason = 'MONTH_NOT_BEGUN' then l.period_start
            when l.reason = 'YEAR_NOT_OVER' then add_days(y.year_end, 1)
            when l.reason = 'HURDLE_INTERIM' then h.final_on
            when l.reason = 'INTERIM' and l.cohort_window is not null
                then add_months(l.period_end, m.observed_months)
        end as own_wait
    from line as l
    cross join method as m
    inner join contract_year as y
        on l.provider_code = y.provider_code and l.contract_year = y.contract_year
    left join frequency_hurdle as h
        on l.provider_code = h.provider_code
            and l.contract_year = h.contract_year
            and l.cohort_window = h.cohort_window
            and l.period_start = h.cohort_start
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
    l.contract,
    l.provider_code,
    l.contract_year,
    l.year_start,
    l.year_end,
    cast(row_number() over (
        partition by l.provider_code, l.contract_year order by l.part, l.place
    ) as int) as line_no,
    l.component,
    l.item,
    l.period_start,
    l.period_end,
    l.cohort_window,
    ratio(l.units, units_per(l.unit)) as quantity,
    l.unit,
    l.unit_price,
    l.limit_amount,
    cast(cast(l.pence as decimal(18, 0)) * cast(0.01 as decimal(3, 2)) as decimal(18, 2)) as amount,
    l.rule,
    l.result,
    l.reason,
    case
        when l.reason = 'INTERIM' and l.component = 'TOTAL' then l.longest_wait
        when l.reason = 'INTERIM' and l.component = 'CAP' then l.longest_result_wait
        else l.own_wait
    end as waits_until,
    b.baseline,
    b.outcome,
    b.observed,
    b.adjusted,
    b.benchmark,
    b.lower_limit,
    b.upper_limit,
    b.offenders,
    b.reoffenders,
    b.reoffences,
    b.baseline_offenders,
    b.baseline_reoffenders,
    l.people
from waiting as l
left join payment_basis as b
    on l.provider_code = b.provider_code
        and l.contract_year = b.contract_year
        and l.component = b.component
        and l.period_start = b.period_start
        and (l.cohort_window = b.cohort_window or l.item = b.measure)
order by provider_code, contract_year, line_no
