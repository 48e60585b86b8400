-- table: iom_index
-- grain: one row per index event that meets a criterion of integrated offender management
-- reads: iom_met, index_profile
-- why: METHOD 10: the first criterion met is kept
with first_met as (
    select
        person_no,
        index_date,
        min(
            case criterion
                when 'HIGH_SCORE' then 1
                when 'SCORE_AND_OFFENCE' then 2
                else 3
            end
        ) as criterion_rank
    from iom_met
    group by person_no, index_date
)

select
    index_profile.person_no,
    index_profile.index_date,
    case first_met.criterion_rank
        when 1 then 'HIGH_SCORE'
        when 2 then 'SCORE_AND_OFFENCE'
        else 'LOCAL'
    end as criterion,
    index_profile.region,
    index_profile.police_force,
    index_profile.reoffences,
    index_profile.reoffended,
    index_profile.observed
from first_met
inner join index_profile
    on first_met.person_no = index_profile.person_no
        and first_met.index_date = index_profile.index_date
