create table published_run as select date '2018-12-31' as snapshot, 'moj-2017' as method;

create table restricted_payment_line as
select
    'North <& "South">' as contract, 'C02' as provider_code, 'one' as contract_year,
    date '2016-04-01' as year_start, date '2017-03-31' as year_end, line_no::int as line_no,
    component, item, period_start::date as period_start, period_end::date as period_end,
    null::varchar as cohort_window, quantity::double as quantity, unit,
    unit_price::decimal(18, 2) as unit_price, limit_amount::decimal(18, 2) as limit_amount,
    amount::decimal(18, 2) as amount, rule, result, reason,
    case when reason = 'INTERIM' then date '2018-06-30' + 184 * (line_no > 7)::int end as waits_until,
    '2011' as baseline,
    null::varchar as outcome, observed::double as observed, adjusted::double as adjusted,
    benchmark::double as benchmark, lower_limit::double as lower_limit,
    upper_limit::double as upper_limit,
    case when line_no = 5 then 'two_sample' end as limits,
    case when line_no = 6 then -3.5 end::double as reoffences_avoided_per_offender,
    case when line_no = 5 then 9000 end::bigint as offenders,
    case when line_no = 5 then 8123.5 end::double as effective_offenders,
    case when line_no = 5 then 8000 end::bigint as baseline_offenders,
    reoffenders::bigint as reoffenders, reoffences::bigint as reoffences
from (
    values
        (1, 'FEE_FOR_SERVICE', 'Orders', '2016-04-01', '2016-04-30', 3, 'start', 1480.50, null, 4441.50, 'FORECAST_PRICE', 'final', null, null, null, null, null, null, null, null),
        (2, 'FEE_FOR_SERVICE', 'Orders', '2016-05-01', '2016-05-31', 2, 'start', 1480.50, null, 2961.00, 'FORECAST_PRICE', 'final', null, null, null, null, null, null, null, null),
        (3, 'YEAR_END_ADJUSTMENT', 'Orders', '2016-04-01', '2017-03-31', 4, 'start', 1480.50, null, 5922.00, 'ACTUAL_PRICE', 'final', null, null, null, null, null, null, null, null),
        (4, 'YEAR_END_ADJUSTMENT', 'Orders', '2016-04-01', '2017-03-31', -5, 'start', 1480.50, null, -7402.50, 'LESS_FORECAST', 'final', null, null, null, null, null, null, null, null),
        (5, 'PBR_BINARY', 'reoffending rate', '2016-04-01', '2017-03-31', 1.2345678, 'point', 1000.00, null, 1234.57, 'BINARY_PAYMENT', 'final', null, 0.3, 0.387654322, 0.4, 0.39, 0.41, null, null),
        (6, 'PBR_FREQUENCY', 'reoffences per reoffender', '2016-04-01', '2016-06-30', 20.0, 'reoffence', 10.00, null, 0.00, 'FREQUENCY_HURDLE', 'final', null, 4.0, null, 4.2, null, null, 100, 400),
        (7, 'PBR_FREQUENCY', 'reoffences per reoffender', '2016-07-01', '2016-09-30', null, 'reoffence', 10.00, null, 0.00, 'NOT_DUE', 'INTERIM', 'INTERIM', null, null, null, null, null, null, null),
        (8, 'CAP', 'maximum payment', '2016-04-01', '2017-03-31', null, null, null, 1000.00, -234.57, 'CAP_REACHED', 'INTERIM', 'INTERIM', null, null, null, null, null, null, null),
        (9, 'TOTAL', 'total', '2016-04-01', '2017-03-31', null, null, null, null, 6922.00, 'SUM', 'INTERIM', 'INTERIM', null, null, null, null, null, null, null)
) l (
    line_no, component, item, period_start, period_end, quantity, unit, unit_price, limit_amount,
    amount, rule, result, reason, observed, adjusted, benchmark, lower_limit, upper_limit,
    reoffenders, reoffences
);

create table published_payment as
select
    * replace (
        case when line_no in (3, 4) then null else quantity end as quantity,
        case when line_no in (3, 4) then null else unit_price end as unit_price,
        case when line_no in (3, 4, 9) then null else amount end as amount,
        case when line_no in (3, 4, 9) then 'WITHHELD' else rule end as rule
    ),
    case
        when line_no in (3, 4) then 'suppressed' when line_no = 9 then 'suppressed_secondary'
        else 'ok'
    end as amount_status
from restricted_payment_line;
