-- table: known_cell
-- grain: one row per reported quarter cohort, nation, region or provider, and age of a cohort that is not final
-- reads: quarter_age, reported_cell, proof_cell
-- why: METHOD 4: what was proven of each cohort when it was as old as those that are not final are
--      now
with age as (
    select distinct age_months
    from quarter_age
    where cohort_status <> 'final' and age_months >= 0
),

place as (
    select quarter_age.quarter_no, quarter_age.cohort_status, quarter_age.age_months
        as own_age_months, reported_cell.cohort_start,
        reported_cell.geography_type, reported_cell.geography_code, reported_cell.offenders,
            reported_cell.reoffenders, reported_cell.reoffences
    from reported_cell
    inner join quarter_age on reported_cell.cohort_start = quarter_age.cohort_start
    where reported_cell.cohort_window = 'quarter' and reported_cell.breakdown = 'total'
        and reported_cell.geography_type in ('national', 'region', 'provider')
)

select
    place.quarter_no,
    place.cohort_start,
    place.cohort_status,
    place.geography_type,
    place.geography_code,
    age.age_months,
    place.offenders,
    place.reoffenders,
    place.reoffences,
    cast(coalesce(sum(proof_cell.reoffenders), 0) as bigint) as known_reoffenders,
    cast(coalesce(sum(proof_cell.reoffences), 0) as bigint) as known_reoffences
from place
inner join age on place.cohort_status = 'final' or place.own_age_months = age.age_months
left join proof_cell
    on place.cohort_start = proof_cell.cohort_start
        and place.geography_type = proof_cell.geography_type
        and place.geography_code = proof_cell.geography_code and proof_cell.month <= age.age_months
group by place.quarter_no, place.cohort_start, place.cohort_status, place.geography_type,
    place.geography_code,
    age.age_months, place.offenders, place.reoffenders, place.reoffences
