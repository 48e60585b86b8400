-- table: supervised_case
-- grain: one row per accepted case
-- reads: probation_case, record_link, ref_delivery_unit, ref_local_authority, provider_region
-- why: METHOD 10: whom a case is counted as, and where. Unlinked cases with one case reference are one
--      person; of a person's cases the one that started last comes first, then the lowest id
with unlinked as (
    select probation_case.crn, min(probation_case.case_no) as first_case_no
    from probation_case
    inner join record_link
        on record_link.resource = 'probation_case'
            and probation_case.case_no = record_link.record_no
    where record_link.person_no is null
    group by probation_case.crn
),

counted as (
    select
        probation_case.*,
        record_link.person_no,
        -- Negative, so that nobody on the PNC has the same number.
        coalesce(record_link.person_no, -unlinked.first_case_no) as supervised_no
    from probation_case
    inner join record_link
        on record_link.resource = 'probation_case'
            and probation_case.case_no = record_link.record_no
    left join unlinked on probation_case.crn = unlinked.crn
)

select
    counted.case_no,
    counted.supervised_no,
    cast(
        row_number() over (
            partition by counted.supervised_no order by counted.start_date desc nulls last,
                counted.case_id
        ) as int
    ) as rank_no,
    counted.person_no,
    counted.case_id,
    counted.sentence_type,
    coalesce(counted.risk_of_harm, 'UNKNOWN') as risk_of_harm,
    coalesce(
        ref_delivery_unit.region_code, ref_local_authority.region_code, provider_region.region_code,
        'UNKNOWN'
    ) as region,
    counted.provider_code as provider,
    coalesce(counted.delivery_unit_code, 'NONE') as delivery_unit,
    coalesce(counted.local_authority_code, 'UNKNOWN') as local_authority,
    counted.sentence_date,
    counted.start_date,
    counted.end_date,
    counted.end_reason,
    counted.allocation_date
from counted
left join ref_delivery_unit on counted.delivery_unit_code = ref_delivery_unit.delivery_unit_code
left join ref_local_authority
    on counted.local_authority_code = ref_local_authority.local_authority_code
left join provider_region on counted.provider_code = provider_region.provider_code
