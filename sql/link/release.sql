-- table: release
-- grain: one row per accepted release
-- reads: prison_release, record_link
-- why: the release with its person, without a name
select
    l.person_no,
    r.release_no,
    r.release_id,
    r.establishment_code,
    r.release_type,
    r.sentence_kind,
    r.sentence_length_days,
    r.sentence_date,
    r.release_date
from prison_release as r
inner join record_link as l on l.resource = 'prison_release' and r.release_no = l.record_no
