-- table: pnc_disposal
-- grain: one row per accepted disposal
-- reads: raw_pnc_disposal, pnc_offence, duplicate_pnc_disposal
-- why: METHOD 13: the disposal with its offence found; one without an offence is refused as an
--      orphan
select
    pnc_offence.offence_no,
    pnc_disposal.disposal_seq,
    pnc_disposal.disposal_code,
    pnc_disposal.duration_value,
    pnc_disposal.duration_unit
from raw_pnc_disposal as pnc_disposal
inner join pnc_offence on pnc_disposal.offence_id = pnc_offence.offence_id
anti join duplicate_pnc_disposal on pnc_disposal.row_no = duplicate_pnc_disposal.row_no
