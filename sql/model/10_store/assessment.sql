-- table: assessment
-- grain: one row per accepted assessment
-- reads: raw_assessment, duplicate_assessment
-- why: METHOD 13: needs by person, for comparison groups and segments
select
    assessment.row_no
        as assessment_no, assessment.assessment_id, assessment.crn, assessment.assessment_date,
    assessment.accommodation, assessment.employment_training, assessment.relationships,
        assessment.lifestyle,
    assessment.drugs, assessment.alcohol, assessment.thinking, assessment.attitudes,
    assessment.health
from raw_assessment as assessment
anti join duplicate_assessment on assessment.row_no = duplicate_assessment.row_no
