-- table: comparison
-- grain: one row per baseline, cohort, geography and category
-- reads: method
-- why: stand-in
select
    cast(null as string) as baseline, r.cohort_window, r.cohort_start, r.cohort_end, r.cohort_status,
    cast('final' as string) as result, r.share_observed, r.geography_type, r.geography_code, r.breakdown, r.category,
    r.offenders, r.reoffenders, r.reoffences, r.reoffending_rate as observed_rate, r.expected_rate,
    r.offenders as baseline_offenders, r.reoffending_rate as baseline_rate, r.reoffending_rate as baseline_frequency,
    r.expected_rate as baseline_expected_rate, r.expected_rate as adjusted_rate, r.rate_lower as lower_limit, r.rate_upper as upper_limit,
    cast('MET' as string) as outcome, r.reoffending_rate as observed_frequency, cast(0 as bigint) as reduction_billionths,
    cast(0 as bigint) as reoffences_avoided_billionths, cast(null as string) as reason
from (select 'quarter' as cohort_window, date '2016-01-01' as cohort_start, date '2016-01-01' as cohort_end, 'final' as cohort_status,
  1e0 as share_observed, 'x' as geography_type, 'x' as geography_code, 'total' as breakdown, 'total' as category,
  cast(0 as bigint) as offenders, cast(0 as bigint) as reoffenders, cast(0 as bigint) as reoffences, 1e0 as reoffending_rate, 1e0 as expected_rate, 1e0 as rate_lower, 1e0 as rate_upper) as r
cross join method as m
where r.offenders > 0
