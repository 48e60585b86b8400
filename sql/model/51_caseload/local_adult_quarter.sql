-- table: local_adult_quarter
-- kind: view
-- grain: one row per quarter and calendar quarter that people counted on its last day are followed in
-- reads: caseload_quarter, method
-- why: METHOD 10: months are counted from the day after the quarter's last, so that three of them are
--      the next quarter
with follow_up as (
    select
        caseload_quarter.quarter_start,
        caseload_quarter.quarter_end,
        add_days(caseload_quarter.quarter_end, 1) as followed_from,
        method.local_adult_months,
        method.local_adult_proof_months,
        method.local_adult_observed_months,
        method.snapshot
    from caseload_quarter
    cross join method
)

select
    follow_up.quarter_start,
    follow_up.quarter_end,
    add_months(follow_up.followed_from, n.months) as offence_quarter,
    follow_up.followed_from,
    add_days(add_months(follow_up.followed_from, follow_up.local_adult_months), -1)
        as followed_until,
    add_days(add_months(follow_up.followed_from, follow_up.local_adult_proof_months), -1)
        as proof_until,
    add_days(add_months(follow_up.followed_from, follow_up.local_adult_months), -1)
        <= follow_up.snapshot as is_followed,
    add_days(add_months(follow_up.followed_from, follow_up.local_adult_observed_months), -1)
        <= follow_up.snapshot
        as is_observed
from follow_up
inner join (values (0), (3), (6), (9)) as n(months) on n.months < follow_up.local_adult_months
