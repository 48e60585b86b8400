-- table: iom_cell
-- grain: one row per quarter or year cohort, region, police force and criterion
-- reads: cohort_entry, iom_index
-- why: METHOD 10: members as sums that can be added up
select
    cohort_entry.cohort_window,
    cohort_entry.cohort_start,
    iom_index.region,
    iom_index.police_force,
    iom_index.criterion,
    cast(count(*) as bigint) as offenders,
    cast(count(*) filter (where iom_index.reoffended) as bigint) as reoffenders,
    cast(sum(iom_index.reoffences) as bigint) as reoffences,
    cast(count(*) filter (where iom_index.observed) as bigint) as observed
from cohort_entry
inner join iom_index
    on cohort_entry.person_no = iom_index.person_no
        and cohort_entry.index_date = iom_index.index_date
group by cohort_entry.cohort_window, cohort_entry.cohort_start, iom_index.region,
    iom_index.police_force, iom_index.criterion
