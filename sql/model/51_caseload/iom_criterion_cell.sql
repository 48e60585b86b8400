-- table: iom_criterion_cell
-- grain: one row per reported cohort, geography, criterion and what is beside it
-- reads: iom_overlap, iom_index, cohort_entry, cohort_basis
-- why: METHOD 10: members by each criterion that they meet; for four quarters the sum of the four
select
    cohort_basis.cohort_window,
    cohort_basis.cohort_start,
    case
        when grouping(iom_index.region) = 0 then 'region'
        when grouping(iom_index.police_force) = 0 then 'police_force'
        else 'national'
    end as geography_type,
    coalesce(iom_index.region, iom_index.police_force, 'EW') as geography_code,
    iom_overlap.criterion,
    iom_overlap.beside,
    cast(count(*) as bigint) as offenders,
    cast(count(*) filter (where iom_index.reoffended) as bigint) as reoffenders,
    cast(count(*) filter (where iom_index.observed) as bigint) as observed
from cohort_basis
inner join cohort_entry
    on cohort_basis.basis_window = cohort_entry.cohort_window
        and cohort_basis.basis_start = cohort_entry.cohort_start
inner join iom_index
    on cohort_entry.person_no = iom_index.person_no
        and cohort_entry.index_date = iom_index.index_date
inner join iom_overlap
    on iom_index.person_no = iom_overlap.person_no
        and iom_index.index_date = iom_overlap.index_date
group by cohort_basis.cohort_window, cohort_basis.cohort_start, iom_overlap.criterion,
    iom_overlap.beside, grouping sets ((iom_index.region), (iom_index.police_force), ())
