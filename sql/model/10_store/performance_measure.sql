-- table: performance_measure
-- grain: one row per accepted measure, provider and period
-- reads: raw_performance_measure, duplicate_performance_measure, fault_performance_measure
-- why: METHOD 13: the scorecard's figures as delivered
select
    performance_measure.row_no
        as measure_no, performance_measure.measure, performance_measure.measure_group,
        performance_measure.provider_code,
    performance_measure.numerator, performance_measure.denominator, performance_measure.target,
        performance_measure.period_start, performance_measure.period_end
from raw_performance_measure as performance_measure
anti join duplicate_performance_measure
    on performance_measure.row_no = duplicate_performance_measure.row_no
anti join fault_performance_measure on performance_measure.row_no = fault_performance_measure.row_no
