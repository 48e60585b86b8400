-- table: supervision_at_index
-- grain: one row per index event in a cohort that a case of probation belongs to
-- reads: followed_index, supervision, method
-- why: METHOD 5: the case that starts nearest to the index date and had not ended before it
with candidate as (
    select
        i.person_no,
        i.index_date,
        c.case_id,
        c.provider_code,
        c.delivery_unit_code,
        c.local_authority_code,
        c.risk_of_harm,
        abs(days_between(i.index_date, c.start_date)) as gap
    from followed_index as i
    cross join method as m
    inner join supervision as c on i.person_no = c.person_no
    where c.start_date between add_days(i.index_date, -m.attribution_days_before)
            and add_days(i.index_date, m.attribution_days_after)
        and (c.end_date is null or c.end_date >= i.index_date)
),

ordered as (
    select
        *,
        row_number() over (partition by person_no, index_date order by gap, case_id) as place
    from candidate
)

select
    person_no,
    index_date,
    case_id,
    provider_code,
    delivery_unit_code,
    local_authority_code,
    risk_of_harm
from ordered
where place = 1
