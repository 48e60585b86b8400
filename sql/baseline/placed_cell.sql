-- table: placed_cell
-- grain: one row per quarter or year cohort, structure, organisation and contract area
-- reads: cohort_entry, index_profile, placement
-- why: METHOD 4 as sums of whole numbers, by who was in charge; contract_area is there for adults
--      whom a contract would have paid for
with member as (
    select
        e.cohort_window,
        e.cohort_start,
        p.structure,
        p.organisation,
        case when p.is_contract_cohort and i.adult_juvenile = 'adult' then p.contract_area end
            as contract_area,
        i.reoffended,
        i.reoffences,
        i.one_year_billionths,
        i.observed
    from cohort_entry as e
    inner join index_profile as i on e.person_no = i.person_no and e.index_date = i.index_date
    inner join placement as p on e.person_no = p.person_no and e.index_date = p.index_date
)

select
    cohort_window,
    cohort_start,
    structure,
    organisation,
    contract_area,
    cast(count(*) as bigint) as offenders,
    cast(count(*) filter (where reoffended) as bigint) as reoffenders,
    cast(sum(reoffences) as bigint) as reoffences,
    cast(count(one_year_billionths) as bigint) as scored,
    cast(sum(coalesce(one_year_billionths, 0)) as bigint) as one_year_billionths,
    cast(count(*) filter (where observed) as bigint) as observed
from member
group by cohort_window, cohort_start, structure, organisation, contract_area
