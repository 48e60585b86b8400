-- One row per cell and slot that a person fills otherwise in the later version than in the earlier
-- one, with what this adds to the cell's counts.
with earlier as (
    select * from bridge_membership where version = 'earlier'
),

later as (
    select * from bridge_membership where version = 'later'
),

slot as (
    select
        cell_no,
        person_key,
        slot,
        coalesce(e.is_in_cell, false) as was_in_cell,
        coalesce(l.is_in_cell, false) as is_in_cell,
        coalesce(e.reoffended, false) as was_reoffender,
        coalesce(l.reoffended, false) as is_reoffender,
        coalesce(e.reoffences, 0) as earlier_reoffences,
        coalesce(l.reoffences, 0) as later_reoffences
    from earlier as e
    full join later as l using (cell_no, person_key, slot)
),

delta as (
    select
        cell_no,
        person_key,
        slot,
        was_in_cell,
        is_in_cell,
        cast(is_in_cell as int) - cast(was_in_cell as int) as offenders,
        cast(is_in_cell and is_reoffender as int) - cast(was_in_cell and was_reoffender as int)
            as reoffenders,
        case when is_in_cell then later_reoffences else 0 end
            - case when was_in_cell then earlier_reoffences else 0 end as reoffences
    from slot
)

select *
from delta
where offenders <> 0 or reoffenders <> 0 or reoffences <> 0
