-- table: comparison_outcome
-- grain: one row per row of comparison_unit
-- reads: comparison_unit, index_reoffence
-- why: METHOD 8.7: the year after the index date
with reoffending as (
    select
        person_no,
        index_date,
        count(*) as reoffences,
        min(days_to_reoffence) as days_to_first_reoffence,
        min(court_mode) filter (where reoffence_rank = 1) as first_reoffence_court_mode,
        count(*) filter (where is_custodial) as custodial_reoffences,
        count(*) filter (where court_mode = 'indictable_only') as indictable_only,
        count(*) filter (where court_mode = 'either_way') as either_way,
        count(*) filter (where court_mode = 'summary') as summary
    from index_reoffence
    group by person_no, index_date
)

select
    unit.person_key,
    unit.index_date,
    coalesce(reoffending.reoffences, 0) as reoffences,
    reoffending.days_to_first_reoffence,
    reoffending.first_reoffence_court_mode,
    coalesce(reoffending.custodial_reoffences, 0) as custodial_reoffences,
    coalesce(reoffending.indictable_only, 0) as indictable_only,
    coalesce(reoffending.either_way, 0) as either_way,
    coalesce(reoffending.summary, 0) as summary
from comparison_unit as unit
left join reoffending
    on unit.person_no = reoffending.person_no and unit.index_date = reoffending.index_date
order by unit.person_key, unit.index_date
