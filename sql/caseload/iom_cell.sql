-- table: iom_cell
-- grain: one row per quarter or year cohort, region, police force and criterion
-- reads: cohort_entry, iom_index
-- why: members as sums that can be added up
select
    e.cohort_window,
    e.cohort_start,
    i.region,
    i.police_force,
    i.criterion,
    cast(count(*) as bigint) as offenders,
    cast(count(*) filter (where i.reoffended) as bigint) as reoffenders,
    cast(sum(i.reoffences) as bigint) as reoffences,
    cast(count(*) filter (where i.observed) as bigint) as observed
from cohort_entry as e
inner join iom_index as i on e.person_no = i.person_no and e.index_date = i.index_date
group by e.cohort_window, e.cohort_start, i.region, i.police_force, i.criterion
