-- grain: outcome. How many checks came to it; asked is what the guard stage wrote.
select outcome, cast(count(*) as bigint) as n
from asked
group by outcome
order by outcome
