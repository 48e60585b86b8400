-- table: need_at_index
-- grain: one row per index event of the request that an assessment was made near
-- reads: comparison_index, assessment, probation_case, record_link, request
-- why: METHOD 8.4: needs as they were found when supervision began; the nearest assessment counts
with assessed as (
    select distinct l.person_no, a.assessment_no
    from assessment as a
    inner join probation_case as c on a.crn = c.crn
    inner join record_link as l on l.resource = 'probation_case' and c.case_no = l.record_no
    where l.person_no is not null
),

candidate as (
    select
        i.person_no,
        i.index_date,
        a.*,
        row_number() over (
            partition by i.person_no, i.index_date
            order by
                abs(days_between(i.index_date, a.assessment_date)),
                a.assessment_date,
                a.assessment_id
        ) as place
    from comparison_index as i
    cross join request as r
    inner join assessed as p on i.person_no = p.person_no
    inner join assessment as a on p.assessment_no = a.assessment_no
    where a.assessment_date between add_days(i.index_date, -r.needs_days_before)
        and add_days(i.index_date, r.needs_days_after)
)

select
    person_no, index_date, accommodation, employment_training, relationships, lifestyle,
    drugs, alcohol, thinking, attitudes
from candidate
where place = 1
