-- table: iom_met
-- grain: one row per index event and criterion of integrated offender management that it meets
-- reads: index_profile, ref_offence, method_iom, iom_nomination
-- why: METHOD 10: by the two-year percent of the method's score, by itself or with what was done or where,
--      by age and sex, or because somebody named the person; local criteria go by name
with nominated as (
    select distinct
        index_profile.person_no,
        index_profile.index_date,
        iom_nomination.force_code,
        iom_nomination.kind
    from iom_nomination
    inner join index_profile
        on iom_nomination.person_no = index_profile.person_no
            and index_profile.index_date >= iom_nomination.start_date
            and coalesce(index_profile.index_date <= iom_nomination.end_date, true)
)

select distinct
    index_profile.person_no,
    index_profile.index_date,
    iom.criterion,
    iom.name
from index_profile
left join ref_offence as offence on index_profile.index_ho_code = offence.ho_code
inner join method_iom as iom
    on index_profile.age_at_index >= iom.age_from
        and coalesce(index_profile.age_at_index <= iom.age_to, true)
        and coalesce(index_profile.two_year_percent >= iom.percent, iom.percent is null)
        and coalesce(index_profile.sex = iom.sex, iom.sex is null)
        and coalesce(iom.force_code = index_profile.police_force, iom.force_code is null)
        and coalesce(iom.parent_group = offence.parent_group, iom.parent_group is null)
left join nominated
    on index_profile.person_no = nominated.person_no
        and index_profile.index_date = nominated.index_date
        and iom.force_code = nominated.force_code
        and iom.nominated = nominated.kind
where iom.nominated is null or nominated.person_no is not null
