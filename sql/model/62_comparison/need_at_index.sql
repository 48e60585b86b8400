-- table: need_at_index
-- grain: one row per index event of the request that an assessment was made near
-- reads: comparison_index, assessment, probation_case, record_link, request
-- why: METHOD 8.4: needs as they were found when supervision began; the nearest assessment counts
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
        comparison_index.person_no,
        comparison_index.index_date,
        assessment.*,
        row_number() over (
            partition by comparison_index.person_no, comparison_index.index_date
            order by
                abs(days_between(comparison_index.index_date, assessment.assessment_date)),
                assessment.assessment_date,
                assessment.assessment_id
        ) as rank_no
    from comparison_index
    cross join request
    inner join assessed on comparison_index.person_no = assessed.person_no
    inner join assessment on assessed.assessment_no = assessment.assessment_no
    where assessment.assessment_date
        between add_days(comparison_index.index_date, -request.needs_days_before)
        and add_days(comparison_index.index_date, request.needs_days_after)
)

select
    person_no, index_date, accommodation, employment_training, relationships, lifestyle,
    drugs, alcohol, thinking, attitudes
from candidate
where rank_no = 1
