-- table: local_adult_cell
-- grain: one row per quarter and place of the adults on the caseload on its last day
-- reads: caseload_person, caseload_quarter, pnc_person, index_score, local_adult_reoffender
-- why: METHOD 10: adults who can be followed on the PNC, with what became of them and what their latest
--      index event by that day says
select
    p.quarter_start,
    p.region,
    p.provider,
    p.delivery_unit,
    p.local_authority,
    cast(count(*) as bigint) as offenders,
    cast(count(r.person_no) as bigint) as reoffenders,
    cast(count(s.one_year_billionths) as bigint) as scored,
    cast(sum(coalesce(s.one_year_billionths, 0)) as bigint) as one_year_billionths
from caseload_person as p
inner join caseload_quarter as q on p.quarter_start = q.quarter_start
inner join pnc_person as b on p.person_no = b.person_no
left join index_score as s
    on p.person_no = s.person_no and s.index_date <= q.quarter_end
        and s.next_index_date > q.quarter_end
left join local_adult_reoffender as r
    on p.quarter_start = r.quarter_start and p.person_no = r.person_no
where years_between(b.date_of_birth, q.quarter_end) >= 18
    and coalesce(b.date_of_death > q.quarter_end, true)
group by p.quarter_start, p.region, p.provider, p.delivery_unit, p.local_authority
