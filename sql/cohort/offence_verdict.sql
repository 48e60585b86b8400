-- table: offence_verdict
-- kind: view
-- grain: one row per accepted offence
-- reads: pnc_offence, primary_disposal, ref_offence, ref_police_force, breach_code, default_rank
-- why: METHOD 1: an offence is countable unless one of these reasons speaks against it
with described as (
    select
        o.*,
        coalesce(o.offence_start_date, o.offence_end_date, o.event_date) as offence_date,
        o.offence_start_date is null as is_date_imputed,
        coalesce(d.disposal, case when o.event_type = 'CONVICTION' then 'OTHER' else 'CAUTION' end)
            as disposal,
        coalesce(
            d.disposal_rank,
            case
                when o.event_type = 'CONVICTION' then m.other_rank
                else m.caution_rank
            end
        ) as disposal_rank,
        coalesce(r.severity_rank, m.last_severity_rank) as severity_rank,
        coalesce(r.offence_group, 'Other') as offence_group,
        coalesce(r.segment, 'other') as segment,
        coalesce(r.court_mode, 'unknown') as court_mode,
        r.ogrs3_weight,
        coalesce(r.is_recordable, true) as is_recordable,
        b.ho_code is not null as is_breach,
        coalesce(f.is_england_wales, true) as is_england_wales
    from pnc_offence as o
    cross join default_rank as m
    left join primary_disposal as d on o.offence_no = d.offence_no
    left join ref_offence as r on o.ho_code = r.ho_code
    left join breach_code as b on o.ho_code = b.ho_code
    left join ref_police_force as f on o.force_code = f.force_code
)

select
    *,
    case
        when event_type = 'PENALTY_NOTICE' then 'PENALTY_NOTICE'
        when not is_recordable then 'NOT_RECORDABLE'
        when not is_england_wales then 'NOT_ENGLAND_WALES'
        when prosecutor = 'OTHER' then 'NOT_POLICE'
        when is_breach then 'BREACH'
        when is_taken_into_consideration then 'TAKEN_INTO_CONSIDERATION'
        when disposal = 'EXCLUDED' then 'EXCLUDED_DISPOSAL'
    end as not_countable
from described
