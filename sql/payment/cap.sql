-- table: cap
-- grain: one row per provider, contract year and maximum that the contract has for results
-- reads: contract_year, pbr_binary, pbr_frequency
-- why: METHOD 7: what the year's results come to in all is cut to the maximum annual payment, and a
--      deduction to the maximum deduction; at the maximum itself nothing is cut
with line as (
    select provider_code, contract_year, pence, result from pbr_binary
    union all
    select provider_code, contract_year, pence, result from pbr_frequency
),

earned as (
    select
        y.provider_code,
        y.contract_year,
        y.year_start,
        y.year_end,
        cast(coalesce(sum(l.pence), 0) as bigint) as pence,
        y.maximum_payment,
        y.maximum_deduction,
        coalesce(bool_or(l.result = 'INTERIM'), false) as is_interim
    from contract_year as y
    left join line as l
        on y.provider_code = l.provider_code and y.contract_year = l.contract_year
    group by
        y.provider_code,
        y.contract_year,
        y.year_start,
        y.year_end,
        y.maximum_payment,
        y.maximum_deduction
),

side as (
    select
        e.*,
        n.place,
        case when n.place = 1 then maximum_payment else maximum_deduction end as limit_amount,
        case
            when n.place = 1 then greatest(pence - cast(maximum_payment * 100 as bigint), 0)
            else least(pence + cast(maximum_deduction * 100 as bigint), 0)
        end as excess
    from earned as e
    cross join (values (1), (2)) as n(place)
)

select
    provider_code,
    contract_year,
    place,
    'CAP' as component,
    case when place = 1 then 'maximum payment' else 'maximum deduction' end as item,
    year_start as period_start,
    year_end as period_end,
    limit_amount,
    -excess as pence,
    case
        when excess > 0 then 'CAP_REACHED'
        when excess < 0 then 'DEDUCTION_CAP_REACHED'
        else 'CAP_NOT_REACHED'
    end as rule,
    case when is_interim then 'INTERIM' else 'final' end as result,
    case when is_interim then 'INTERIM' end as reason
from side
where limit_amount is not null
