-- table: iom_index
-- grain: one row per index event of an adult that meets a criterion of integrated offender management
-- reads: index_profile, ref_offence, method_iom
-- why: METHOD 10: the two-year OGRS3 percent, by itself or with what was done or where; the first
--      criterion met is kept
with met as (
    select
        i.person_no,
        i.index_date,
        min(
            case m.criterion
                when 'HIGH_SCORE' then 1
                when 'SCORE_AND_OFFENCE' then 2
                else 3
            end
        ) as criterion_rank
    from index_profile as i
    left join ref_offence as o on i.index_ho_code = o.ho_code
    inner join method_iom as m
        on percent(i.ogrs3_two_year) >= m.percent
            and coalesce(m.force_code = i.police_force, m.force_code is null)
            and coalesce(m.parent_group = o.parent_group, m.parent_group is null)
    where i.adult_juvenile = 'adult'
    group by i.person_no, i.index_date
)

select
    i.person_no,
    i.index_date,
    case m.criterion_rank
        when 1 then 'HIGH_SCORE'
        when 2 then 'SCORE_AND_OFFENCE'
        else 'LOCAL'
    end as criterion,
    i.region,
    i.police_force,
    i.reoffences,
    i.reoffended,
    i.observed
from met as m
inner join index_profile as i on m.person_no = i.person_no and m.index_date = i.index_date
