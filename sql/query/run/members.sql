-- grain: entry type. Who is in one cohort; ?1 window, ?2 first day. Four quarters are the sum of
-- their quarters where they are not kept as members of their own.
with exact as (
    select entry_type
    from restricted.cohort_member
    where cohort_window = ?1 and cohort_start = ?2
),

quarters as (
    select entry_type
    from restricted.cohort_member
    where
        ?1 = 'four_quarters'
        and cohort_window = 'quarter'
        and cohort_start >= ?2
        and cohort_start < cast(?2 + interval 12 month as date)
        and not exists (select 1 from exact)
),

members as (
    select entry_type from exact
    union all
    select entry_type from quarters
)

select
    entry_type,
    count(*) as people
from members
group by entry_type
order by people desc, entry_type
