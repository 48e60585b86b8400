select
    {rank} as measure_rank,
    '{name}' as measure,
    concat_ws(', ', {place}) as place,
    cast(b.{measure} as double) as value_before,
    cast(a.{measure} as double) as value_after
from before_mart as b
inner join after_mart as a on {same_key}
where b.{measure} <> a.{measure}
