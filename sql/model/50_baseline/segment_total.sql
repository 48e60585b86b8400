-- table: segment_total
-- kind: view
-- grain: one row per reported cohort, region or nation, segment and band of risk that has members
-- reads: segment_cell, cohort_basis
-- why: METHOD 10: the size of a segment, which its profile and its needs are both shares of
select
    cohort_basis.cohort_window,
    cohort_basis.cohort_start,
    case
        when grouping(segment_cell.region) = 0 then 'region'
        else 'national'
    end as geography_type,
    coalesce(segment_cell.region, 'EW') as geography_code,
    segment_cell.segment,
    segment_cell.ogrs_band,
    cast(sum(segment_cell.offenders) as bigint) as offenders,
    cast(sum(segment_cell.reoffenders) as bigint) as reoffenders,
    cast(sum(segment_cell.reoffences) as bigint) as reoffences,
    cast(sum(segment_cell.scored) as bigint) as scored,
    cast(sum(segment_cell.one_year_billionths) as bigint) as one_year_billionths,
    cast(sum(segment_cell.observed) as bigint) as observed
from cohort_basis
inner join segment_cell
    on cohort_basis.basis_window = segment_cell.cohort_window
        and cohort_basis.basis_start = segment_cell.cohort_start
group by cohort_basis.cohort_window, cohort_basis.cohort_start, segment_cell.segment,
    segment_cell.ogrs_band, grouping sets ((segment_cell.region), ())
