-- table: release_service
-- grain: one row per release of somebody on the police records, and type of service begun before it
-- reads: release, method_excluded_release, ref_prison, probation_case, record_link, intervention, method
-- why: METHOD 10: what was begun in the last weeks in prison, after the reception where its day is known;
--      found by the case references of the person. A release without any has one row without a type
with reference as (
    select distinct record_link.person_no, probation_case.crn
    from probation_case
    inner join record_link
        on record_link.resource = 'probation_case'
            and probation_case.case_no = record_link.record_no
    where record_link.person_no is not null
),

begun as (
    select distinct
        release.release_no,
        intervention.service_type
    from release
    cross join method
    inner join reference on release.person_no = reference.person_no
    inner join intervention
        on reference.crn = intervention.crn
            and intervention.start_date
            between add_days(release.release_date, -7 * method.resettlement_weeks)
            and add_days(release.release_date, -1)
            and coalesce(
                intervention.start_date >= coalesce(release.reception_date, release.sentence_date),
                true
            )
)

select
    release.release_no,
    release.release_date,
    coalesce(ref_prison.region_code, 'UNKNOWN') as region,
    coalesce(ref_prison.resettlement_area, 'NONE') as resettlement_area,
    release.establishment_code as prison,
    begun.service_type
from release
anti join method_excluded_release
    on release.release_type = method_excluded_release.release_type
left join ref_prison on release.establishment_code = ref_prison.establishment_code
left join begun on release.release_no = begun.release_no
where release.person_no is not null
