-- table: run
-- mart: published
-- grain: one row: the run that published this version
-- reads: this_run, method
-- why: a figure can name its snapshot, its method, its measure and the software that worked it out
select
    r.run_id, r.snapshot, r.method, r.method_hash, r.cohort_windows, r.cohort_from, r.cohort_to,
    r.software_version,
    m.measure
from this_run as r
cross join method as m
