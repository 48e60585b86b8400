-- table: performance_measure
-- grain: one row per accepted measure, provider and period
-- reads: raw_performance_measure, duplicate_performance_measure, fault_performance_measure
-- why: the scorecard's figures as delivered
select
    p.row_no as measure_no, p.measure, p.measure_group, p.provider_code,
    p.numerator, p.denominator, p.target, p.period_start, p.period_end
from raw_performance_measure as p
anti join duplicate_performance_measure as d on p.row_no = d.row_no
anti join fault_performance_measure as f on p.row_no = f.row_no
