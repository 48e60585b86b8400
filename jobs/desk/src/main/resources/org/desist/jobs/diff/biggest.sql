-- The figures that moved most, so many of each measure.
with moved as (
    select
        m.measure_rank,
        m.most,
        m.measure,
        c.key_words as place,
        cast(c.said_before as double) as value_before,
        cast(c.said_now as double) as value_after
    from changed_cell as c
    inner join moved_measure as m on c.column_name = m.measure
    where c.said_before is not null and c.said_now is not null
),

ranked as (
    select
        *,
        row_number() over (
            partition by measure order by abs(value_after - value_before) desc, place
        ) as size_rank
    from moved
)

select measure, place, value_before, value_after
from ranked
where size_rank <= most
order by measure_rank, size_rank
