-- table: fault_pnc_disposal
-- grain: one row per disposal and reason to refuse it that only other rows can show
-- reads: raw_pnc_disposal, pnc_offence
-- why: METHOD 13: a disposal belongs to an offence
select
    row_no,
    offence_id || '|' || cast(disposal_seq as string) as row_key,
    'ORPHAN' as code,
    'offence_id' as field,
    'no accepted row of pnc_offence has this offence_id' as message
from raw_pnc_disposal
anti join pnc_offence using (offence_id)
