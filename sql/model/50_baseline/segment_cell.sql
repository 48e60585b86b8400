-- table: segment_cell
-- grain: one row per quarter or year cohort, region, segment and band of risk that has members
-- reads: cohort_entry, index_profile
-- why: METHOD 10: who is where, by what brought them in and by risk, as sums of whole numbers
select
    cohort_window,
    cohort_start,
    region,
    segment,
    ogrs_band,
    cast(count(*) as bigint) as offenders,
    cast(count(*) filter (where reoffended) as bigint) as reoffenders,
    cast(sum(reoffences) as bigint) as reoffences,
    cast(count(one_year_billionths) as bigint) as scored,
    cast(sum(coalesce(one_year_billionths, 0)) as bigint) as one_year_billionths,
    cast(count(*) filter (where observed) as bigint) as observed
from cohort_entry
inner join index_profile using (person_no, index_date)
group by cohort_window, cohort_start, region, segment, ogrs_band
