-- A version small enough to check by eye.
create table restricted_reoffending_rate as
select
    w as cohort_window,
    cast(s as date) as cohort_start,
    cast(e as date) as cohort_end,
    t as cohort_status,
    cast(o as double) as share_observed,
    geography_type,
    geography_code,
    'total' as breakdown,
    'total' as category,
    cast(offenders as bigint) as offenders,
    cast(reoffenders as bigint) as reoffenders,
    cast(reoffences as bigint) as reoffences,
    cast(2.5 as double) as mean_previous_offences,
    reoffenders / offenders as reoffending_rate,
    cast(reoffenders / offenders - 0.02 as double) as rate_lower,
    cast(reoffenders / offenders + 0.02 as double) as rate_upper,
    reoffences / nullif(reoffenders, 0) as reoffences_per_reoffender,
    reoffences / offenders as reoffences_per_offender,
    cast(0.31 as double) as expected_rate
from (
    values
        ('quarter', '2016-10-01', '2016-12-31', 'final', 1.0),
        ('four_quarters', '2016-01-01', '2016-12-31', 'final', 1.0),
        ('four_quarters', '2018-01-01', '2018-12-31', 'provisional', 0.4)
) c (w, s, e, t, o)
cross join (
    values
        ('national', 'EW', 1200, 340, 1300),
        ('region', 'A', 400, 120, 480),
        ('region', 'B', 780, 215, 811),
        ('region', 'UNKNOWN', 20, 5, 9),
        ('provider', 'C01', 600, 171, 652),
        ('provider', 'NONE', 600, 169, 648)
) g (geography_type, geography_code, offenders, reoffenders, reoffences);

create table published_reoffending_rate as
select
    * replace (
        case when offenders >= 30 then reoffenders end as reoffenders,
        case when offenders >= 30 then reoffences end as reoffences,
        case when offenders >= 30 then reoffending_rate end as reoffending_rate,
        case when offenders >= 30 then rate_lower end as rate_lower,
        case when offenders >= 30 then rate_upper end as rate_upper,
        case when offenders >= 30 then reoffences_per_reoffender end as reoffences_per_reoffender
    ),
    case when offenders >= 30 then 'ok' else 'suppressed' end as count_status,
    case when offenders >= 30 then 'ok' else 'too_few' end as rate_status
from restricted_reoffending_rate;

create table published_data_quality as
select
    *
from (
    values
        ('pnc_event', 'DATE_ORDER', 'row', 12::bigint),
        ('pnc_offence', 'ORPHAN', 'row', 30::bigint),
        ('pnc_offence', 'UNKNOWN_CODE', 'warning', 77::bigint)
) q (resource, code, level, rows);

create table restricted_cohort_member as
select
    'quarter' as cohort_window,
    cast(s as date) as cohort_start,
    'key' || n as person_key,
    case when n % 4 = 0 then 'CUSTODY_RELEASE' when n % 4 = 1 then 'CAUTION' else 'CONVICTION' end
        as entry_type
from (values ('2016-01-01'), ('2016-10-01'), ('2017-01-01')) c (s)
cross join range(600) r (n);

create table restricted_attrition as
select
    *
from (
    values
        ('four_quarters', date '2016-01-01', 'NOT_LINKED', 9::bigint),
        ('four_quarters', date '2016-01-01', 'UNDER_10', 2::bigint),
        ('quarter', date '2016-01-01', 'NOT_LINKED', 9::bigint)
) a (cohort_window, cohort_start, reason, people);

create table restricted_quarantine as
select
    *
from (
    values
        ('pnc_event', 'pnc_event.csv', 3::bigint, 'E3', 'DATE_ORDER', 'row', 'event_date', 'late'),
        ('pnc_event', 'pnc_event.csv', 3::bigint, 'E3', 'BAD_TYPE', 'row', 'event_date', 'no date'),
        ('pnc_offence', 'pnc_offence.csv', 9::bigint, 'O9', 'ORPHAN', 'row', 'event_id', 'alone')
) q (resource, file, line, key, code, level, field, message);

-- Rejected rows as the store leaves them: twelve with two reasons of one code, thirty with one.
create table store_quarantine as
select
    'pnc_event' as resource,
    'pnc_event.csv' as file,
    line,
    'DATE_ORDER' as code,
    'row' as level,
    unnest(['start_date', 'end_date']) as field
from range(12) r (line)
union all
select 'pnc_offence', 'a.csv', line, 'ORPHAN', 'row', 'event_id'
from range(30) r (line);

create table part as
select
    *
from (
    values
        ('pnc_event', 0::bigint, 'pnc_event.csv', 2000::bigint, 1988::bigint, 12::bigint, 9::bigint),
        ('pnc_offence', 0::bigint, 'a.csv', 3000::bigint, 3000::bigint, 0::bigint, 9::bigint),
        ('pnc_offence', 1::bigint, 'b.csv', 1000::bigint, 1000::bigint, 0::bigint, 9::bigint)
) p (resource, part, file, rows_read, rows_good, rows_bad, bytes);

create table published_arrival as
select resource, files
from (values ('probation_case', 1::bigint), ('contact', 0::bigint)) a (resource, files);

create table published_contact_standard as
select date '2020-03-31' as quarter_end, 0::bigint as cases
where false;
