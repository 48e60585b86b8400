-- One table of the extracts with the corrected rows in the place of those that they answer.
select row_no, {columns} from old_{resource} anti join answered_{resource} using (row_no)
union all
select row_no, {columns} from corrected_{resource}
