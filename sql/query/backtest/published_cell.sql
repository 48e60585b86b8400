-- grain: row of a published table that is a cell of the marts. What the published marts have for it;
-- without a status there is no such cohort, without a category nobody is in the cell.
with cohort as (
    select distinct
        cohort_window,
        cohort_start,
        cohort_status
    from published.reoffending_rate
)

select
    p.row_no,
    cohort.cohort_status,
    r.offenders,
    r.reoffenders,
    r.reoffences,
    r.category is null as is_empty,
    coalesce(r.rate_status = 'ok', false) as has_rate
from temp.published_row as p
left join cohort
    on p.cohort_window = cohort.cohort_window and p.cohort_start = cohort.cohort_start
left join published.reoffending_rate as r
    on p.cohort_window = r.cohort_window and p.cohort_start = r.cohort_start
        and p.geography_type = r.geography_type and p.geography_code = r.geography_code
        and p.breakdown = r.breakdown and p.category = r.category
order by p.row_no
