-- table: release
-- grain: one row per accepted release
-- reads: prison_release, record_link
-- why: METHOD 14: the release with its person, without a name
select
    record_link.person_no,
    prison_release.release_no,
    prison_release.release_id,
    prison_release.establishment_code,
    prison_release.release_type,
    prison_release.sentence_kind,
    prison_release.sentence_length_days,
    prison_release.sentence_date,
    prison_release.reception_date,
    prison_release.release_date
from prison_release
inner join record_link
    on record_link.resource = 'prison_release' and prison_release.release_no = record_link.record_no
