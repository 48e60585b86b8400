-- table: run
-- mart: published
-- grain: one row: the run that published this version
-- reads: this_run, method
-- why: METHOD 10: a figure can name its snapshot, its method, its measure and the software that
--      worked it out
select
    this_run.run_id, this_run.snapshot, this_run.method, this_run.method_hash,
        this_run.cohort_windows, this_run.cohort_from, this_run.cohort_to,
    this_run.software_version,
    method.measure,
    method.score
from this_run
cross join method
