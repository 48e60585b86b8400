-- table: index_score
-- kind: view
-- grain: one row per index event in a cohort
-- reads: index_profile
-- why: METHOD 10: an index event's score stands until the person's next index event
select
    person_no,
    index_date,
    -- The last one stands for good. Plain comparisons keep an outer join with it a hash join.
    coalesce(
        lead(index_date) over (partition by person_no order by index_date), date '9999-12-31'
    ) as next_index_date,
    one_year_billionths
from index_profile
