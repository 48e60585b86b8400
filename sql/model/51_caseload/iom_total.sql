-- table: iom_total
-- grain: one row per reported cohort, geography and criterion or total
-- reads: iom_index, cohort_entry, cohort_basis
-- why: METHOD 10: members by criterion and place, person by person first: in four quarters somebody may
--      be in up to four times, and the effective size (METHOD 4) takes the pairs that these make
with person_cells as (
    select
        cohort_basis.cohort_window,
        cohort_basis.cohort_start,
        case
            when grouping(iom_index.region) = 0 then 'region'
            when grouping(iom_index.police_force) = 0 then 'police_force'
            else 'national'
        end as geography_type,
        coalesce(iom_index.region, iom_index.police_force, 'EW') as geography_code,
        case when grouping(iom_index.criterion) = 0 then 'criterion' else 'total' end as breakdown,
        coalesce(iom_index.criterion, 'total') as category,
        count(*) as times,
        count(*) filter (where iom_index.reoffended) as times_reoffended,
        sum(iom_index.reoffences) as reoffences,
        count(*) filter (where iom_index.observed) as times_observed
    from cohort_basis
    inner join cohort_entry
        on cohort_basis.basis_window = cohort_entry.cohort_window
            and cohort_basis.basis_start = cohort_entry.cohort_start
    inner join iom_index
        on cohort_entry.person_no = iom_index.person_no
            and cohort_entry.index_date = iom_index.index_date
    group by cohort_basis.cohort_window, cohort_basis.cohort_start, grouping sets (
        (iom_index.person_no, iom_index.region, iom_index.criterion),
        (iom_index.person_no, iom_index.region),
        (iom_index.person_no, iom_index.police_force, iom_index.criterion),
        (iom_index.person_no, iom_index.police_force),
        (iom_index.person_no, iom_index.criterion),
        (iom_index.person_no)
    )
)

select
    cohort_window,
    cohort_start,
    geography_type,
    geography_code,
    breakdown,
    category,
    cast(sum(times) as bigint) as offenders,
    cast(count(*) as bigint) as persons,
    cast(sum(times_reoffended) as bigint) as reoffenders,
    cast(sum(reoffences) as bigint) as reoffences,
    cast(sum(times_observed) as bigint) as observed,
    cast(sum(times * (times - 1)) / 2 as bigint) as pairs,
    cast(sum(times_reoffended * (times - 1)) as bigint) as reoffenders_of_pairs,
    cast(sum(times_reoffended * (times_reoffended - 1)) / 2 as bigint) as reoffending_pairs
from person_cells
group by cohort_window, cohort_start, geography_type, geography_code, breakdown, category
