-- table: quarter_age
-- kind: view
-- grain: one row per reported quarter cohort
-- reads: cohort_status, method
-- why: whole months from a cohort's end to the snapshot; quarters are numbered to tell their distance
select
    s.cohort_start,
    s.cohort_end,
    s.cohort_status,
    cast(floor((year(s.cohort_start) * 12 + month(s.cohort_start)) / 3e0) as int) as quarter_no,
    months_since(s.cohort_end, m.snapshot) as age_months
from cohort_status as s
cross join method as m
where s.cohort_window = 'quarter'
