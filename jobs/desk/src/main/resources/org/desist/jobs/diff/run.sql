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
from (
    select * from asked_run
    union all by name
    -- A version of an early release does not tell its measure.
    select cast(null as varchar) as measure where false
)
