-- table: iom_index
-- grain: one row per index event of an adult that meets a criterion of integrated offender management
-- reads: index_profile, ref_offence, method_iom
-- why: METHOD 10: the two-year percent of the method's score, by itself or with what was done or where; the first
--      criterion met is kept
with met as (
    select
        index_profile.person_no,
        index_profile.index_date,
        min(
            case iom.criterion
                when 'HIGH_SCORE' then 1
                when 'SCORE_AND_OFFENCE' then 2
                else 3
            end
        ) as criterion_rank
    from index_profile
    left join ref_offence as offence on index_profile.index_ho_code = offence.ho_code
    inner join method_iom as iom
        on index_profile.two_year_percent >= iom.percent
            and coalesce(iom.force_code = index_profile.police_force, iom.force_code is null)
            and coalesce(iom.parent_group = offence.parent_group, iom.parent_group is null)
    where index_profile.adult_juvenile = 'adult'
    group by index_profile.person_no, index_profile.index_date
)

select
    index_profile.person_no,
    index_profile.index_date,
    case met.criterion_rank
        when 1 then 'HIGH_SCORE'
        when 2 then 'SCORE_AND_OFFENCE'
        else 'LOCAL'
    end as criterion,
    index_profile.region,
    index_profile.police_force,
    index_profile.reoffences,
    index_profile.reoffended,
    index_profile.observed
from met
inner join index_profile
    on met.person_no = index_profile.person_no and met.index_date = index_profile.index_date
