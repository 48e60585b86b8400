-- table: local_adult_quarter
-- kind: view
-- grain: one row per quarter and calendar quarter that people counted on its last day are followed in
-- reads: caseload_quarter, method
-- why: METHOD 10: months are counted from the day after the quarter's last, so that three of them are
--      the next quarter
with follow_up as (
    select
        q.quarter_start,
        q.quarter_end,
        add_days(q.quarter_end, 1) as followed_from,
        m.local_adult_months,
        m.local_adult_proof_months,
        m.local_adult_observed_months,
        m.snapshot
    from caseload_quarter as q
    cross join method as m
)

select
    f.quarter_start,
    f.quarter_end,
    add_months(f.followed_from, n.months) as offence_quarter,
    f.followed_from,
    add_days(add_months(f.followed_from, f.local_adult_months), -1) as followed_until,
    add_days(add_months(f.followed_from, f.local_adult_proof_months), -1) as proof_until,
    add_days(add_months(f.followed_from, f.local_adult_months), -1) <= f.snapshot as is_followed,
    add_days(add_months(f.followed_from, f.local_adult_observed_months), -1) <= f.snapshot
        as is_observed
from follow_up as f
inner join (values (0), (3), (6), (9)) as n(months) on n.months < f.local_adult_months
