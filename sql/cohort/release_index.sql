-- table: release_index
-- grain: one row per linked release of an entry type that has an index event
-- reads: release, sanction
-- why: METHOD 2: the custodial conviction on the sentence date, else the latest up to the release
with candidate as (
    select
        r.release_no,
        s.event_no,
        s.event_id,
        s.disposal_rank,
        s.severity_rank,
        s.event_date,
        s.event_date is not distinct from r.sentence_date as is_sentence_date
    from release as r
    inner join sanction as s on r.person_no = s.person_no
    where s.disposal = 'CUSTODY'
        and (s.event_date <= r.release_date or s.event_date = r.sentence_date)
        and r.release_type not in ('REMAND', 'RECALL', 'DEPORTED', 'TRANSFERRED', 'DIED')
),

ordered as (
    select
        release_no,
        event_no,
        row_number() over (
            partition by release_no
            order by
                case when is_sentence_date then 0 else 1 end, event_date desc,
                disposal_rank, severity_rank, event_id
        ) as place
    from candidate
)

select release_no, event_no
from ordered
where place = 1
