-- table: followed_index
-- grain: one row per index event that makes somebody a member of at least one cohort
-- reads: index_event, cohort_entry
-- why: what happened next is worked out once per index event, however many cohorts it serves
with followed as (
    select distinct person_no, index_date from cohort_entry
)

select i.*
from index_event as i
inner join followed as f on i.person_no = f.person_no and i.index_date = f.index_date
