-- table: comparison_index
-- grain: one row per index event that the request is about
-- reads: index_event, participant_index, pool_index
-- why: from here on the models of measure/ work for these events as they do for those in cohorts
with wanted as (
    select person_no, index_date from participant_index
    union
    select person_no, index_date from pool_index
)

select i.*
from index_event as i
inner join wanted as w on i.person_no = w.person_no and i.index_date = w.index_date
