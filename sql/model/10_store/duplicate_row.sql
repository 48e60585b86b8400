-- table: duplicate_row
-- kind: view
-- grain: one row per row of any resource that another row with the same primary key puts out
-- reads: duplicate_{resource}
-- why: METHOD 13: one list for the quarantine and the counts
select '{resource}' as resource, row_no, row_key, code from duplicate_{resource}
