-- table: service_start
-- grain: one row per intervention
-- reads: intervention, probation_case, supervised_case, method
-- why: METHOD 10: a programme or service belongs to the case that runs when it starts; of several the
--      one that started last, then the lowest id
with candidate as (
    select
        intervention.intervention_no,
        supervised_case.region,
        supervised_case.provider,
        row_number() over (
            partition by intervention.intervention_no order by probation_case.start_date desc nulls last,
                probation_case.case_id
        ) as rank_no
    from intervention
    inner join probation_case
        on intervention.crn = probation_case.crn
            and probation_case.start_date <= intervention.start_date
            and coalesce(probation_case.end_date >= intervention.start_date, true)
    inner join supervised_case on probation_case.case_no = supervised_case.case_no
)

select
    intervention.intervention_no,
    intervention.service_type,
    coalesce(candidate.region, 'UNKNOWN') as region,
    coalesce(candidate.provider, 'NONE') as provider,
    intervention.start_date,
    intervention.is_completed is not null
        or coalesce(intervention.end_date <= method.snapshot, false) as is_ended,
    coalesce(intervention.is_completed, false) as is_completed
from intervention
cross join method
left join candidate
    on intervention.intervention_no = candidate.intervention_no and candidate.rank_no = 1
