-- table: quarter_age
-- kind: view
-- grain: one row per reported quarter cohort
-- reads: cohort_status, method
-- why: METHOD 4: whole months from a cohort's end to the snapshot; quarters are numbered to tell
--      their distance
select
    cohort_status.cohort_start,
    cohort_status.cohort_end,
    cohort_status.cohort_status,
    cast(
        floor((year(cohort_status.cohort_start) * 12 + month(cohort_status.cohort_start)) / 3e0)
            as int
    ) as quarter_no,
    months_since(cohort_status.cohort_end, method.snapshot) as age_months
from cohort_status
cross join method
where cohort_status.cohort_window = 'quarter'
