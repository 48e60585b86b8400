-- table: known_cell
-- grain: one row per reported quarter cohort, nation, region or provider, and age of a cohort that is not final
-- reads: quarter_age, reported_cell, proof_cell
-- why: what was proven of each cohort when it was as old as those that are not final are now
with age as (
    select distinct age_months
    from quarter_age
    where cohort_status <> 'final' and age_months >= 0
),

place as (
    select q.quarter_no, q.cohort_status, q.age_months as own_age_months, c.cohort_start,
        c.geography_type, c.geography_code, c.offenders, c.reoffenders, c.reoffences
    from reported_cell as c
    inner join quarter_age as q on c.cohort_start = q.cohort_start
    where c.cohort_window = 'quarter' and c.breakdown = 'total'
        and c.geography_type in ('national', 'region', 'provider')
)

select
    p.quarter_no,
    p.cohort_start,
    p.cohort_status,
    p.geography_type,
    p.geography_code,
    a.age_months,
    p.offenders,
    p.reoffenders,
    p.reoffences,
    cast(coalesce(sum(k.reoffenders), 0) as bigint) as known_reoffenders,
    cast(coalesce(sum(k.reoffences), 0) as bigint) as known_reoffences
from place as p
inner join age as a on p.cohort_status = 'final' or p.own_age_months = a.age_months
left join proof_cell as k
    on p.cohort_start = k.cohort_start and p.geography_type = k.geography_type
        and p.geography_code = k.geography_code and k.month <= a.age_months
group by p.quarter_no, p.cohort_start, p.cohort_status, p.geography_type, p.geography_code,
    a.age_months, p.offenders, p.reoffenders, p.reoffences
