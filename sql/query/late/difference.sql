-- What became of the rows of one table between two snapshots, by its primary key, and how often each field changed.
with pair as (
    select
        b.row_no as row_before, n.row_no as row_now{each: , b.{field} as before_{field}, n.{field} as now_{field}}
    from before_{resource} as b
    full outer join now_{resource} as n on {key_match}
)

select
    cast(count(*) - count(row_before) as bigint) as rows_inserted,
    cast(count(*) - count(row_now) as bigint) as rows_removed,
    cast(coalesce(sum(case when row_before is not null and row_now is not null and ({any_change}) then 1 else 0 end), 0) as bigint) as rows_changed,
    cast(count(row_before) as bigint) as rows_before{each: ,
    cast(coalesce(sum(case when row_before is not null and row_now is not null and before_{field} is distinct from now_{field} then 1 else 0 end), 0) as bigint) as changed_{field}}
from pair
