-- grain: reason. Who is left out of one cohort; ?1 window, ?2 first day. Four quarters are the sum
-- of their quarters where they are not kept as rows of their own.
with exact as (
    select reason, people
    from restricted.attrition
    where cohort_window = ?1 and cohort_start = ?2
),

quarters as (
    select reason, people
    from restricted.attrition
    where
        ?1 = 'four_quarters'
        and cohort_window = 'quarter'
        and cohort_start >= ?2
        and cohort_start < cast(?2 + interval 12 month as date)
        and not exists (select 1 from exact)
),

left_out as (
    select reason, people from exact
    union all
    select reason, people from quarters
)

select
    reason,
    cast(sum(people) as bigint) as people
from left_out
group by reason
having sum(people) > 0
order by people desc, reason nulls last
