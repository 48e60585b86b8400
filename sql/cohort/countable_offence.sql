-- table: countable_offence
-- grain: one row per countable offence at a proof event
-- reads: offence_verdict
-- why: all that entry, history and reoffending are counted from
select
    offence_no,
    person_no,
    event_no,
    offence_id,
    ho_code,
    force_code,
    event_id,
    event_type,
    disposal,
    offence_group,
    segment,
    court_mode,
    disposal_rank,
    severity_rank,
    ogrs3_weight,
    is_date_imputed,
    offence_date,
    event_date
from offence_verdict
where not_countable is null
