-- table: pnc_disposal
-- grain: one row per accepted disposal
-- reads: raw_pnc_disposal, pnc_offence, duplicate_pnc_disposal
-- why: the disposal with its offence found; one without an offence is refused as an orphan
select
    o.offence_no,
    d.disposal_seq,
    d.disposal_code
from raw_pnc_disposal as d
inner join pnc_offence as o on d.offence_id = o.offence_id
anti join duplicate_pnc_disposal as x on d.row_no = x.row_no
