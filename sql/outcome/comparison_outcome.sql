-- table: comparison_outcome
-- grain: one row per row of comparison_unit
-- reads: comparison_unit, reoffence_fact, index_reoffence
-- why: METHOD 8.7: the year after the index date
with by_mode as (
    select
        person_no,
        index_date,
        count(*) filter (where court_mode = 'indictable_only') as indictable_only,
        count(*) filter (where court_mode = 'either_way') as either_way,
        count(*) filter (where court_mode = 'summary') as summary
    from index_reoffence
    group by person_no, index_date
)

select
    u.person_key,
    u.index_date,
    coalesce(f.reoffences, 0) as reoffences,
    f.days_to_first_reoffence,
    f.first_reoffence_court_mode,
    coalesce(f.custodial_reoffences, 0) as custodial_reoffences,
    coalesce(m.indictable_only, 0) as indictable_only,
    coalesce(m.either_way, 0) as either_way,
    coalesce(m.summary, 0) as summary
from comparison_unit as u
left join reoffence_fact as f on u.person_no = f.person_no and u.index_date = f.index_date
left join by_mode as m on u.person_no = m.person_no and u.index_date = m.index_date
order by u.person_key, u.index_date
