-- table: need_at_index
-- grain: one row per index event that is followed and that an assessment was made near
-- reads: index_event, assessment, probation_case, record_link, method
-- why: METHOD 8.4 and 10: needs as they were found when supervision began; the nearest assessment counts
with assessed as (
    select distinct record_link.person_no, assessment.assessment_no
    from assessment
    inner join probation_case on assessment.crn = probation_case.crn
    inner join record_link
        on record_link.resource = 'probation_case'
            and probation_case.case_no = record_link.record_no
    where record_link.person_no is not null
),

candidate as (
    select
        index_event.person_no,
        index_event.index_date,
        assessment.*,
        row_number() over (
            partition by index_event.person_no, index_event.index_date
            order by
                abs(days_between(index_event.index_date, assessment.assessment_date)),
                assessment.assessment_date,
                assessment.assessment_id
        ) as rank_no
    from index_event
    cross join method
    inner join assessed on index_event.person_no = assessed.person_no
    inner join assessment on assessed.assessment_no = assessment.assessment_no
    where index_event.is_followed
        and assessment.assessment_date
            between add_days(index_event.index_date, -method.needs_days_before)
            and add_days(index_event.index_date, method.needs_days_after)
)

select
    person_no, index_date, accommodation, employment_training, relationships, lifestyle,
    drugs, alcohol, thinking, attitudes, health
from candidate
where rank_no = 1
