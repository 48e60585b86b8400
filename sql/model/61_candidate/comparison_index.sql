-- table: comparison_index
-- grain: one row per index event that the request is about
-- reads: index_event, participant_index, pool_index
-- why: METHOD 8: from here on the models of 40_measure work for these events as they do for those
--      in cohorts
with wanted as (
    select person_no, index_date from participant_index
    union
    select person_no, index_date from pool_index
)

select
    index_event.person_no,
    index_event.event_no,
    index_event.release_no,
    index_event.entry_type,
    index_event.age_at_index,
    index_event.index_date,
    true as is_followed
from index_event
inner join wanted
    on index_event.person_no = wanted.person_no and index_event.index_date = wanted.index_date
