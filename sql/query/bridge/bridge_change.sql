-- One row per cell and slot that a person fills otherwise in the later version than in the earlier
-- one, with what this adds to the cell's counts.
with slot_pair as (
    select
        coalesce(later.cell_no, earlier.cell_no) as cell_no,
        coalesce(later.person_key, earlier.person_key) as person_key,
        coalesce(later.slot, earlier.slot) as slot,
        coalesce(earlier.is_in_cell, false) as was_in_cell,
        coalesce(later.is_in_cell, false) as is_in_cell,
        coalesce(earlier.reoffended, false) as was_reoffender,
        coalesce(later.reoffended, false) as is_reoffender,
        coalesce(earlier.reoffences, 0) as earlier_reoffences,
        coalesce(later.reoffences, 0) as later_reoffences
    from row_pair(
        'bridge_membership',
        ['cell_no', 'person_key', 'slot'],
        ['is_in_cell', 'reoffended', 'reoffences']
    )
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
    from slot_pair
)

select *
from delta
where offenders <> 0 or reoffenders <> 0 or reoffences <> 0
