-- table: caseload_quarter
-- kind: view
-- grain: one row per calendar quarter of the run's cohorts that had ended by the snapshot
-- reads: cohort_part, method
-- why: METHOD 10: the days on which people under supervision are counted
with quarter as (
    select distinct
        part_start as quarter_start,
        add_days(add_months(part_start, 3), -1) as quarter_end
    from cohort_part
)

select quarter.quarter_start, quarter.quarter_end
from quarter
cross join method
where quarter.quarter_end <= method.snapshot
