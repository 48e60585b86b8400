-- table: payment
-- mart: published
-- grain: one row per provider, contract year and line of the calculation, the last one being the total
-- reads: payment_line, method
-- why: METHOD 9: a line made of a small count is withheld with its amount, a line made of a rate on too
--      few people too, and with either the maximum and the total that it could be worked out from
with judged as (
    select
        payment_line.*,
        case
            when payment_line.unit in ('point', 'reoffence')
                and coalesce(
                    payment_line.offenders, payment_line.people
                ) < method.minimum_offenders then 'too_few'
            when payment_line.baseline_offenders < method.minimum_offenders
                or is_small(payment_line.baseline_reoffenders, method.smallest_count) then 'too_few'
            when payment_line.unit in ('point', 'reoffence')
                and (
                    is_small(coalesce(payment_line.reoffenders, 0), method.smallest_count)
                        or is_small(coalesce(payment_line.reoffences, 0), method.smallest_count)
                ) then 'suppressed'
            when payment_line.component in ('YEAR_END_ADJUSTMENT', 'FEE_FOR_USE', 'SERVICE_CREDIT')
                and is_small(
                    coalesce(payment_line.people, 0), method.smallest_count
                ) then 'suppressed'
            else 'ok'
        end as own_status
    from payment_line
    cross join method
),

spread as (
    select
        *,
        sum(case when own_status <> 'ok' then 1 else 0 end)
            over (partition by provider_code, contract_year) as withheld,
        sum(
            case when own_status <> 'ok' and component in ('PBR_BINARY', 'PBR_FREQUENCY')
                then 1 else 0 end
        )
            over (partition by provider_code, contract_year) as withheld_results
    from judged
),

status as (
    select
        *,
        case
            when component = 'TOTAL' and withheld > 0 then 'suppressed_secondary'
            when component = 'CAP' and withheld_results > 0 then 'suppressed_secondary'
            else own_status
        end as amount_status
    from spread
)

select
    contract,
    provider_code,
    contract_year,
    year_start,
    year_end,
    line_no,
    component,
    item,
    period_start,
    period_end,
    cohort_window,
    case when amount_status = 'ok' then quantity end as quantity,
    unit,
    case when amount_status = 'ok' then unit_price end as unit_price,
    limit_amount,
    case when amount_status = 'ok' then amount end as amount,
    case when amount_status = 'ok' then rule else 'WITHHELD' end as rule,
    result,
    reason,
    waits_until,
    baseline,
    case when amount_status = 'ok' then outcome end as outcome,
    case when amount_status = 'ok' then observed end as observed,
    case when amount_status = 'ok' then adjusted end as adjusted,
    case when amount_status = 'ok' then benchmark end as benchmark,
    case when amount_status = 'ok' then lower_limit end as lower_limit,
    case when amount_status = 'ok' then upper_limit end as upper_limit,
    limits,
    case when amount_status = 'ok' then reoffences_avoided_per_offender end
        as reoffences_avoided_per_offender,
    case when amount_status = 'ok' then offenders end as offenders,
    case when amount_status = 'ok' then effective_offenders end as effective_offenders,
    case when amount_status = 'ok' then baseline_offenders end as baseline_offenders,
    case when amount_status = 'ok' then reoffenders end as reoffenders,
    case when amount_status = 'ok' then reoffences end as reoffences,
    amount_status,
    score
from status
order by provider_code, contract_year, line_no
