-- table: data_quality
-- mart: published
-- grain: one row per resource and code that occurred
-- reads: quarantine, closed_row, reader_warning, duplicate_row, unknown_code, provider_not_valid, id_conflict
-- why: METHOD 13: rejected rows, corrected rows and rows used with a warning, in
--      numbers that can be published
with refused as (
    select resource, code, level, count(distinct file || ':' || cast(line as string)) as n
    from quarantine
    group by resource, code, level
),

closed as (
    select resource, code, count(distinct file || ':' || cast(line as string)) as n
    from closed_row
    group by resource, code
),

warned as (
    select resource, code, n from reader_warning
    union all
    select resource, code, count(*) from duplicate_row where code = 'DUPLICATE_ROW'
    group by resource, code
    union all
    select resource, 'UNKNOWN_CODE', n from unknown_code
    union all
    select 'probation_case', 'PROVIDER_NOT_VALID', n from provider_not_valid
    union all
    select resource, 'ID_CONFLICT', n from id_conflict
),

counted as (
    select resource, code, level, cast(n as bigint) as n from refused
    union all
    select resource, code, 'closed' as level, cast(n as bigint) as n from closed
    union all
    select resource, code, 'warning' as level, cast(n as bigint) as n from warned
)

select resource, code, level, n as rows
from counted
where n > 0
order by resource, level, code
