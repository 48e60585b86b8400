-- table: fault_prison_release
-- kind: view
-- grain: one row per release and reason to refuse it that only its dates together can show
-- reads: raw_prison_release
-- why: METHOD 13: nobody leaves before arriving
select
    row_no,
    release_id as row_key,
    'DATE_ORDER' as code,
    'release_date' as field,
    'release_date ' || cast(release_date as string) || ' is before reception_date '
        || cast(reception_date as string) as message
from raw_prison_release
where release_date < reception_date
