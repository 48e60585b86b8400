-- table: prison_release
-- grain: one row per accepted release
-- reads: raw_prison_release, duplicate_prison_release, fault_prison_release
-- why: METHOD 13: the release as it is linked and counted
select
    prison_release.row_no as release_no,
    prison_release.release_id,
    prison_release.noms_number,
    prison_release.pnc_id,
    prison_release.surname_key,
    left(prison_release.forenames_key, 1) as initial,
    prison_release.sex,
    prison_release.establishment_code,
    prison_release.release_type,
    prison_release.sentence_kind,
    prison_release.sentence_length_days,
    prison_release.date_of_birth,
    prison_release.sentence_date,
    prison_release.reception_date,
    prison_release.release_date
from raw_prison_release as prison_release
anti join duplicate_prison_release on prison_release.row_no = duplicate_prison_release.row_no
anti join fault_prison_release on prison_release.row_no = fault_prison_release.row_no
