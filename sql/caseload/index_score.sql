-- table: index_score
-- kind: view
-- grain: one row per index event in a cohort
-- reads: index_profile
-- why: an index event's score stands until the person's next index event
select
    person_no,
    index_date,
    lead(index_date) over (partition by person_no order by index_date) as next_index_date,
    one_year_billionths
from index_profile
