-- table: local_adult_year
-- kind: view
-- grain: one row per rolling year of four quarters on end and quarter in it
-- reads: local_adult_quarter
-- why: METHOD 10: the caseload is counted four times; the year is as final as its last quarter
with quarter as (
    select distinct quarter_start, quarter_end, is_followed, is_observed
    from local_adult_quarter
)

select
    f.quarter_start as first_quarter_start,
    f.quarter_end as first_quarter_end,
    l.quarter_end as last_quarter_end,
    q.quarter_start,
    q.is_observed,
    case
        when l.is_observed then 'final'
        when l.is_followed then 'provisional'
        else 'incomplete'
    end as period_status
from quarter as l
inner join quarter as f on l.quarter_start = add_months(f.quarter_start, 9)
inner join quarter as q on q.quarter_start between f.quarter_start and l.quarter_start
