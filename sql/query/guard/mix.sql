-- Population stability index of each window and breakdown: the sum over categories of (p - q) ln(p / q),
-- p the share now, q the share in the mean of the versions before. A category that is withheld
-- in any version is put, in all of them, with whatever else is missing to the total. Half a person is
-- added to every category on both sides, so that an empty one has a logarithm.
with member as (
    select cohort_window, breakdown, category
    from guard_cell
    where purpose = 'mix' and breakdown <> 'total'
    group by cohort_window, breakdown, category
    having count(*) = count(offenders)
),

whole as (
    select version, cohort_window, offenders as people
    from guard_cell
    where purpose = 'mix' and breakdown = 'total' and offenders is not null
),

kind as (
    select distinct w.version, g.cohort_window, g.breakdown, w.people
    from guard_cell as g
    inner join whole as w on g.cohort_window = w.cohort_window and g.version = w.version
    where g.purpose = 'mix' and g.breakdown <> 'total'
),

shown as (
    select k.version, k.cohort_window, k.breakdown, k.people, m.category, coalesce(g.offenders, 0) as n
    from kind as k
    inner join member as m on k.cohort_window = m.cohort_window and k.breakdown = m.breakdown
    left join guard_cell as g
        on
            k.version = g.version
            and g.purpose = 'mix'
            and k.cohort_window = g.cohort_window
            and k.breakdown = g.breakdown
            and m.category = g.category
),

missing as (
    select
        k.version,
        k.cohort_window,
        k.breakdown,
        k.people,
        k.people - coalesce(sum(s.n), 0) as n
    from kind as k
    left join shown as s
        on
            k.version = s.version
            and k.cohort_window = s.cohort_window
            and k.breakdown = s.breakdown
    group by k.version, k.cohort_window, k.breakdown, k.people
),

part as (
    select version, cohort_window, breakdown, people, category, n from shown
    union all
    select version, cohort_window, breakdown, people, 'withheld' as category, n from missing
),

side as (
    select
        cohort_window,
        breakdown,
        category,
        sum(case when version = 0 then n else 0 end) as now_n,
        sum(case when version = 0 then people else 0 end) as now_people,
        cast(sum(case when version > 0 then n else 0 end) as double) as past_n,
        cast(sum(case when version > 0 then people else 0 end) as double) as past_people,
        count(distinct case when version > 0 then version end) as seen,
        greatest(1, count(distinct case when version > 0 then version end)) as versions
    from part
    group by cohort_window, breakdown, category
),

present as (
    select
        *,
        cast(count(*) over (partition by cohort_window, breakdown) as double) as classes
    from side
    where (category <> 'withheld' or now_n + past_n > 0) and now_people > 0
),

share as (
    select
        *,
        (now_n + 0.5e0) / (now_people + 0.5e0 * classes) as p,
        (past_n / versions + 0.5e0) / (past_people / versions + 0.5e0 * classes) as q
    from present
),

term as (
    select
        *,
        (p - q) * (strict_ln(p) - strict_ln(q)) as psi
    from share
),

ranked as (
    select
        *,
        row_number() over (partition by cohort_window, breakdown order by psi desc, category) as place
    from term
)

select
    cohort_window,
    breakdown,
    cast(classes as int) as classes,
    cast(max(seen) as int) as versions,
    cast(max(now_people) as bigint) as people_now,
    max(past_people / versions) as people_before,
    sum(psi) as psi,
    max(case when place = 1 then category end) as moved_most,
    max(case when place = 1 then cast(now_n as double) / now_people end) as share_now,
    max(case when place = 1 and past_people > 0 then past_n / past_people end)
        as share_before
from ranked
group by cohort_window, breakdown, classes
order by cohort_window, breakdown
