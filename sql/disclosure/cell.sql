-- table: attack_cell
-- why: the same count may stand in several marts: whoever reads them all knows the most that any says. A
--      cell and the wholes that it may be a part of are found by the hashes of what they are
with cell as (
    select
        row_number() over () - 1 as id,
        quantity, cohort_window, cohort_start, place_type, place,
            dimension_1, value_1, dimension_2, value_2,
        min(mart) as mart,
        bool_and(adds) as adds,
        bool_or(is_withheld) as is_withheld,
        max(least) as least,
        min(most) as most,
        hash(quantity, cohort_window, cohort_start) as counted,
        hash(place_type, place) as placed,
        hash(dimension_1, value_1, dimension_2, value_2) as divided
    from attack_count
    group by all
)

select
    id,
    mart,
    quantity,
    cohort_window,
    cohort_start,
    place_type,
    placed,
    dimension_1,
    dimension_2,
    divided,
    adds,
    is_withheld,
    least,
    most,
    hash(counted, placed, divided) as cell_hash,
    hash(counted, placed, hash(dimension_2, value_2, '', '')) as without_first,
    hash(counted, placed, hash(dimension_1, value_1, '', '')) as without_second,
    hash(counted, hash('national', 'EW'), divided) as nation,
    list_transform(
        [0, 3, 6, 9],
        lambda months: hash(
            hash(
                quantity, 'four_quarters',
                cast(cohort_start - to_months(cast(months as int)) as date)
            ),
            placed, divided
        )
    ) as years
from cell
