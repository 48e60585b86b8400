-- table: attribution
-- grain: one row per index event that is followed
-- reads: index_event, sanction, supervision, release, provider_region, ref_provider, ref_delivery_unit, ref_local_authority, ref_police_force, ref_prison, ref_region_draft_2019, method
-- why: METHOD 5: where and under whom. The case of probation is the one that starts nearest to the
--      index date and had not ended before it; the first route that gives a region is kept
with nearby_cases as (
    select
        supervision.*,
        index_event.index_date,
        row_number() over (
            partition by index_event.person_no, index_event.index_date
            order by
                abs(days_between(index_event.index_date, supervision.start_date)),
                supervision.case_id
        ) as nearness_rank
    from index_event
    cross join method
    inner join supervision on index_event.person_no = supervision.person_no
    where index_event.is_followed
        and supervision.start_date
            between add_days(index_event.index_date, -method.attribution_days_before)
                and add_days(index_event.index_date, method.attribution_days_after)
        and (supervision.end_date is null or supervision.end_date >= index_event.index_date)
),

routes as (
    select
        index_event.person_no,
        index_event.index_date,
        nearby.case_id,
        nearby.risk_of_harm,
        coalesce(nearby.provider_code, 'NONE') as provider,
        case when nearby.case_id is null then 'NONE' else ref_provider.provider_type end
            as provider_type,
        coalesce(nearby.delivery_unit_code, 'NONE') as delivery_unit,
        coalesce(nearby.local_authority_code, 'UNKNOWN') as local_authority,
        coalesce(sanction.force_code, 'UNKNOWN') as police_force,
        release.establishment_code as prison,
        case
            when release.release_no is not null then coalesce(ref_prison.resettlement_area, 'NONE')
        end as resettlement_area,
        case
            when release.release_no is not null then coalesce(ref_prison.operator, 'UNKNOWN')
        end as prison_operator,
        is_short_sentence(release.sentence_kind, release.sentence_length_days)
            as is_short_sentence,
        ref_delivery_unit.region_code as unit_region,
        ref_local_authority.region_code as authority_region,
        provider_region.region_code as provider_region,
        ref_police_force.region_code as force_region
    from index_event
    inner join sanction on index_event.event_no = sanction.event_no
    left join nearby_cases as nearby
        on index_event.person_no = nearby.person_no
            and index_event.index_date = nearby.index_date
            and nearby.nearness_rank = 1
    left join release on index_event.release_no = release.release_no
    left join ref_prison on release.establishment_code = ref_prison.establishment_code
    left join ref_provider on nearby.provider_code = ref_provider.provider_code
    left join ref_delivery_unit
        on nearby.delivery_unit_code = ref_delivery_unit.delivery_unit_code
    left join ref_local_authority
        on nearby.local_authority_code = ref_local_authority.local_authority_code
    left join provider_region on nearby.provider_code = provider_region.provider_code
    left join ref_police_force on sanction.force_code = ref_police_force.force_code
    where index_event.is_followed
),

places as (
    select
        *,
        coalesce(unit_region, authority_region, provider_region, force_region, 'UNKNOWN') as region,
        case
            when unit_region is not null then 'DELIVERY_UNIT'
            when authority_region is not null then 'LOCAL_AUTHORITY'
            when provider_region is not null then 'PROVIDER'
            when force_region is not null then 'POLICE_FORCE'
            else 'UNKNOWN'
        end as region_basis
    from routes
)

select
    places.person_no,
    places.index_date,
    places.region,
    coalesce(draft.region_code_draft, case when places.region = 'L' then 'B' else 'UNKNOWN' end)
        as region_draft_2019,
    places.provider,
    coalesce(places.provider_type, 'UNKNOWN') as provider_type,
    places.delivery_unit,
    places.police_force,
    places.local_authority,
    places.prison,
    places.resettlement_area,
    places.prison_operator,
    places.region_basis,
    places.is_short_sentence,
    places.case_id,
    places.risk_of_harm
from places
left join ref_region_draft_2019 as draft on places.region = draft.region_code_2021
