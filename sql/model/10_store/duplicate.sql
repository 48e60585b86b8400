-- table: duplicate_{resource}
-- grain: one row per row of the extract that another row with the same primary key puts out
-- reads: raw_{resource}
-- why: METHOD 13: identical rows collapse to the first (DUPLICATE_ROW, a warning); when different
--      rows are then left under one key nobody can say which is true, so all of them are refused
--      (DUPLICATE_KEY)
with repeated as (
    select {key}
    from raw_{resource}
    group by {key}
    having count(*) > 1
),

copies as (
    select
        {key},
        row_no,
        row_number() over (partition by {columns} order by row_no) as copy
    from raw_{resource}
    semi join repeated using ({key})
),

versions as (
    select
        *,
        sum(case when copy = 1 then 1 else 0 end) over (partition by {key}) as versions
    from copies
)

select
    row_no,
    {masked_key} as row_key,
    case when copy > 1 then 'DUPLICATE_ROW' else 'DUPLICATE_KEY' end as code
from versions
where copy > 1 or versions > 1
