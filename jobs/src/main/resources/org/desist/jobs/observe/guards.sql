-- grain: outcome. How many checks came to it; ? is what the guard stage wrote.
select outcome, cast(count(*) as bigint) as n
from read_parquet(?)
group by outcome
order by outcome
