-- Rows of one table of a snapshot that meet the contract and share their key with no other: what can be compared.
select r.* from {side}_raw_{resource} as r
anti join {side}_duplicate_{resource} as d on r.row_no = d.row_no
