-- grain: row of a published table. What its people come to, also where the row crosses an age with a
-- breakdown. A geography type or breakdown is the column of its name; the total alone is none.
with cohort as (
    select distinct
        cohort_window,
        cohort_start,
        cohort_status
    from restricted.reoffending_rate
),

member_value as (
    select
        m.cohort_window,
        m.cohort_start,
        m.adult_juvenile,
        m.reoffended,
        m.reoffences,
        to_json(m) as value_by_column
    from restricted.cohort_member as m
    semi join temp.published_row as p
        on m.cohort_window = p.cohort_window and m.cohort_start = p.cohort_start
)

select
    p.row_no,
    max(cohort.cohort_status) as cohort_status,
    count(m.cohort_window) as offenders,
    count(*) filter (where m.reoffended) as reoffenders,
    cast(coalesce(sum(m.reoffences), 0) as bigint) as reoffences,
    count(m.cohort_window) = 0 as is_empty,
    count(m.cohort_window) > 0 as has_rate
from temp.published_row as p
left join cohort
    on p.cohort_window = cohort.cohort_window and p.cohort_start = cohort.cohort_start
left join member_value as m
    on p.cohort_window = m.cohort_window and p.cohort_start = m.cohort_start
        and p.geography_code = (m.value_by_column ->> p.geography_type)
        and p.ages in ('total', m.adult_juvenile)
        and (p.breakdown = 'total' or p.category = (m.value_by_column ->> p.breakdown))
group by p.row_no
order by p.row_no
