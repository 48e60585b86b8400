-- table: local_adult_cell
-- grain: one row per quarter and place of the adults on the caseload on its last day
-- reads: caseload_person, caseload_quarter, pnc_person, index_score, local_adult_reoffender, method
-- why: METHOD 10: adults who can be followed on the PNC, with what became of them and what their latest
--      index event by that day says
select
    caseload_person.quarter_start,
    caseload_person.region,
    caseload_person.provider,
    caseload_person.delivery_unit,
    caseload_person.local_authority,
    cast(count(*) as bigint) as offenders,
    cast(count(local_adult_reoffender.person_no) as bigint) as reoffenders,
    cast(count(index_score.one_year_billionths) as bigint) as scored,
    cast(sum(coalesce(index_score.one_year_billionths, 0)) as bigint) as one_year_billionths
from caseload_person
cross join method
inner join caseload_quarter on caseload_person.quarter_start = caseload_quarter.quarter_start
inner join pnc_person on caseload_person.person_no = pnc_person.person_no
left join index_score
    on caseload_person.person_no = index_score.person_no
        and index_score.index_date <= caseload_quarter.quarter_end
        and index_score.next_index_date > caseload_quarter.quarter_end
left join local_adult_reoffender
    on caseload_person.quarter_start = local_adult_reoffender.quarter_start
        and caseload_person.person_no = local_adult_reoffender.person_no
where years_between(pnc_person.date_of_birth, caseload_quarter.quarter_end) >= method.adult_age
    and coalesce(pnc_person.date_of_death > caseload_quarter.quarter_end, true)
group by caseload_person.quarter_start, caseload_person.region, caseload_person.provider,
    caseload_person.delivery_unit, caseload_person.local_authority
