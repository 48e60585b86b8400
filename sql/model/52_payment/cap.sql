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
        contract_year.provider_code,
        contract_year.contract_year,
        contract_year.year_start,
        contract_year.year_end,
        cast(coalesce(sum(line.pence), 0) as bigint) as pence,
        contract_year.maximum_payment,
        contract_year.maximum_deduction,
        coalesce(bool_or(line.result = 'INTERIM'), false) as is_interim
    from contract_year
    left join line
        on contract_year.provider_code = line.provider_code
            and contract_year.contract_year = line.contract_year
    group by
        contract_year.provider_code,
        contract_year.contract_year,
        contract_year.year_start,
        contract_year.year_end,
        contract_year.maximum_payment,
        contract_year.maximum_deduction
),

side as (
    select
        earned.*,
        n.order_no,
        case when n.order_no = 1 then maximum_payment else maximum_deduction end as limit_amount,
        case
            when n.order_no = 1 then greatest(pence - cast(maximum_payment * 100 as bigint), 0)
            else least(pence + cast(maximum_deduction * 100 as bigint), 0)
        end as excess
    from earned
    cross join (values (1), (2)) as n(order_no)
)

select
    provider_code,
    contract_year,
    order_no,
    'CAP' as component,
    case when order_no = 1 then 'maximum payment' else 'maximum deduction' end as item,
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
