-- table: assessment
-- grain: one row per accepted assessment
-- reads: raw_assessment, duplicate_assessment
-- why: needs by person, for comparison groups
select
    a.row_no as assessment_no, a.assessment_id, a.crn, a.assessment_date,
    a.accommodation, a.employment_training, a.relationships, a.lifestyle,
    a.drugs, a.alcohol, a.thinking, a.attitudes
from raw_assessment as a
anti join duplicate_assessment as d on a.row_no = d.row_no
