-- Rows added, removed, changed and equal between two sides of a mart, by its key.
select
    count(*) filter (where b.side is null) as added,
    count(*) filter (where a.side is null) as removed,
    count(*) filter (where a.side = b.side and ({differs})) as changed,
    count(*) filter (where a.side = b.side and not ({differs})) as same
from (select *, 1 as side from before_mart) as b
full outer join (select *, 1 as side from after_mart) as a on {same_key}
