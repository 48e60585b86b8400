-- table: supervised_case
-- grain: one row per accepted case
-- reads: probation_case, record_link, ref_delivery_unit, ref_local_authority, provider_region
-- why: METHOD 10: whom a case is counted as, and where. Unlinked cases with one case reference are one
--      person; of a person's cases the one that started last comes first, then the lowest id
with unlinked as (
    select c.crn, min(c.case_no) as first_case_no
    from probation_case as c
    inner join record_link as l on l.resource = 'probation_case' and c.case_no = l.record_no
    where l.person_no is null
    group by c.crn
),

counted as (
    select
        c.*,
        l.person_no,
        -- Negative, so that nobody on the PNC has the same number.
        coalesce(l.person_no, -n.first_case_no) as supervised_no
    from probation_case as c
    inner join record_link as l on l.resource = 'probation_case' and c.case_no = l.record_no
    left join unlinked as n on c.crn = n.crn
)

select
    c.case_no,
    c.supervised_no,
    cast(
        row_number() over (partition by c.supervised_no order by c.start_date desc, c.case_id) as int
    ) as place,
    c.person_no,
    c.case_id,
    c.sentence_type,
    coalesce(c.risk_of_harm, 'UNKNOWN') as risk_of_harm,
    coalesce(u.region_code, a.region_code, x.region_code, 'UNKNOWN') as region,
    c.provider_code as provider,
    coalesce(c.delivery_unit_code, 'NONE') as delivery_unit,
    coalesce(c.local_authority_code, 'UNKNOWN') as local_authority,
    c.sentence_date,
    c.start_date,
    c.end_date,
    c.allocation_date
from counted as c
left join ref_delivery_unit as u on c.delivery_unit_code = u.delivery_unit_code
left join ref_local_authority as a on c.local_authority_code = a.local_authority_code
left join provider_region as x on c.provider_code = x.provider_code
