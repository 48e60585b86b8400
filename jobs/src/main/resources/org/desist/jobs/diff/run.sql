-- What a version was asked for and made with.
select
    snapshot,
    method,
    method_hash,
    measure,
    cohort_windows,
    cohort_from,
    cohort_to,
    software_version
from asked_run
