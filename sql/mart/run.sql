-- table: run
-- mart: published
-- grain: one row: the run that published this version
-- reads: this_run
-- why: a figure can name its snapshot, its method and the software that worked it out
select run_id, snapshot, method, method_hash, cohort_windows, cohort_from, cohort_to, software_version
from this_run
