-- table: offence_verdict
-- grain: one row per accepted offence
-- reads: pnc_offence, raw_pnc_disposal, duplicate_pnc_disposal, ref_disposal, ref_offence, ref_police_force, breach_code, default_rank
-- why: METHOD 1: an offence counts unless one of these reasons speaks against it. Of its disposals the
--      lowest severity rank decides, then the lowest sequence; an unknown code counts as OTHER
with disposals as (
    select
        raw_pnc_disposal.offence_id,
        coalesce(ref_disposal.disposal_category, 'OTHER') as disposal,
        coalesce(ref_disposal.severity_rank, default_rank.other_rank) as disposal_rank,
        raw_pnc_disposal.disposal_seq
    from raw_pnc_disposal
    cross join default_rank
    left join ref_disposal on raw_pnc_disposal.disposal_code = ref_disposal.disposal_code
    anti join duplicate_pnc_disposal on raw_pnc_disposal.row_no = duplicate_pnc_disposal.row_no
),

primary_disposals as (
    select
        offence_id,
        min_by(disposal, disposal_rank * 1000000 + disposal_seq) as disposal,
        min(disposal_rank) as disposal_rank
    from disposals
    group by offence_id
),

described_offences as (
    select
        offence.*,
        coalesce(offence.offence_start_date, offence.offence_end_date, offence.event_date)
            as offence_date,
        offence.offence_start_date is null as is_date_imputed,
        coalesce(
            primary_disposals.disposal,
            case when offence.event_type = 'CONVICTION' then 'OTHER' else 'CAUTION' end
        ) as disposal,
        coalesce(
            primary_disposals.disposal_rank,
            case
                when offence.event_type = 'CONVICTION' then default_rank.other_rank
                else default_rank.caution_rank
            end
        ) as disposal_rank,
        coalesce(ref_offence.severity_rank, default_rank.last_severity_rank) as severity_rank,
        coalesce(ref_offence.offence_group, 'Other') as offence_group,
        coalesce(ref_offence.segment, 'other') as segment,
        coalesce(ref_offence.court_mode, 'unknown') as court_mode,
        ref_offence.ogrs3_weight,
        coalesce(ref_offence.is_recordable, true) as is_recordable,
        breach_code.ho_code is not null as is_breach,
        coalesce(ref_police_force.is_england_wales, true) as is_england_wales
    from pnc_offence as offence
    cross join default_rank
    left join primary_disposals on offence.offence_id = primary_disposals.offence_id
    left join ref_offence on offence.ho_code = ref_offence.ho_code
    left join breach_code on offence.ho_code = breach_code.ho_code
    left join ref_police_force on offence.force_code = ref_police_force.force_code
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
from described_offences
