-- table: service_start
-- grain: one row per intervention
-- reads: intervention, probation_case, supervised_case, method
-- why: METHOD 10: a programme or service belongs to the case that runs when it starts; of several the
--      one that started last, then the lowest id
with candidate as (
    select
        i.intervention_no,
        s.region,
        s.provider,
        row_number() over (
            partition by i.intervention_no order by c.start_date desc, c.case_id
        ) as place
    from intervention as i
    inner join probation_case as c
        on i.crn = c.crn and c.start_date <= i.start_date
            and coalesce(c.end_date >= i.start_date, true)
    inner join supervised_case as s on c.case_no = s.case_no
)

select
    i.intervention_no,
    i.service_type,
    coalesce(c.region, 'UNKNOWN') as region,
    coalesce(c.provider, 'NONE') as provider,
    i.start_date,
    i.is_completed is not null or coalesce(i.end_date <= m.snapshot, false) as is_ended,
    coalesce(i.is_completed, false) as is_completed
from intervention as i
cross join method as m
left join candidate as c on i.intervention_no = c.intervention_no and c.place = 1
