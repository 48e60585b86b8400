-- One row per changed slot: what about it changed. ENTRY: whether, when or through which event the
-- person is in the cohort. MOVE: in the cohort through the same event, in the cell only once.
-- OUTCOME: in the cell both times, with other reoffences.
with pair as (
    select
        cell_no,
        person_key,
        slot,
        was_in_cell,
        is_in_cell,
        count(*) as versions,
        count(distinct index_date) as index_dates,
        count(distinct entry_type) as entry_types,
        count(distinct event_id) as events,
        count(distinct coalesce(release_id, '')) as releases
    from bridge_index
    group by cell_no, person_key, slot, was_in_cell, is_in_cell
)

select
    cell_no,
    person_key,
    slot,
    case
        when versions < 2 then 'ENTRY'
        when index_dates > 1 or entry_types > 1 or events > 1 or releases > 1 then 'ENTRY'
        when was_in_cell <> is_in_cell then 'MOVE'
        else 'OUTCOME'
    end as kind
from pair
