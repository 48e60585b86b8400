-- The figures that moved most, so many of each measure.
with moved as (
{moves}
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
where size_rank <= {most}
order by measure_rank, size_rank
