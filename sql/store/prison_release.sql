-- table: prison_release
-- grain: one row per accepted release
-- reads: raw_prison_release, duplicate_prison_release, fault_prison_release
-- why: the release as it is linked and counted
select
    r.row_no as release_no,
    r.release_id,
    r.noms_number,
    r.pnc_id,
    r.surname_key,
    left(r.forenames_key, 1) as initial,
    r.sex,
    r.establishment_code,
    r.release_type,
    r.sentence_kind,
    r.sentence_length_days,
    r.date_of_birth,
    r.sentence_date,
    r.release_date
from raw_prison_release as r
anti join duplicate_prison_release as d on r.row_no = d.row_no
anti join fault_prison_release as f on r.row_no = f.row_no
