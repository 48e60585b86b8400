-- table: case_move
-- grain: one row per case that was transferred to another provider
-- reads: supervised_case, ref_provider, method
-- why: METHOD 10: the case of the same person and sentence that another provider begins within the
--      method's days; of several the first, then the lowest id. A rise in risk is one between known levels
with risk as (
    select 'LOW' as risk_of_harm, 1 as level
    union all
    select 'MEDIUM', 2
    union all
    select 'HIGH', 3
    union all
    select 'VERY_HIGH', 4
),

candidate as (
    select
        old.case_no,
        old.region,
        old.provider as provider_left,
        old.risk_of_harm as risk_before,
        new.provider as provider_joined,
        new.risk_of_harm as risk_after,
        new.start_date as moved_on,
        row_number() over (
            partition by old.case_no order by new.start_date nulls last, new.case_id
        ) as rank_no
    from supervised_case as old
    cross join method
    inner join supervised_case as new
        on old.supervised_no = new.supervised_no
            and old.provider <> new.provider
            and new.start_date between old.end_date and add_days(old.end_date, method.moved_days)
            and coalesce(old.sentence_date = new.sentence_date, true)
    where old.end_reason = 'TRANSFERRED'
)

select
    candidate.case_no,
    candidate.region,
    candidate.provider_left,
    candidate.moved_on,
    coalesce(after.level > before.level, false) as is_risk_higher,
    case
        when old.provider_type = 'CRC' and new.provider_type = 'NPS_DIVISION'
            then
                case when after.level > before.level then 'ESCALATION' else 'TO_NATIONAL_SERVICE' end
        when old.provider_type = 'NPS_DIVISION' and new.provider_type = 'CRC' then 'TO_COMPANY'
        else 'BETWEEN_PROVIDERS'
    end as move
from candidate
left join ref_provider as old on candidate.provider_left = old.provider_code
left join ref_provider as new on candidate.provider_joined = new.provider_code
left join risk as before on candidate.risk_before = before.risk_of_harm
left join risk as after on candidate.risk_after = after.risk_of_harm
where candidate.rank_no = 1
