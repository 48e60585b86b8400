-- table: default_rank
-- kind: view
-- grain: one row
-- reads: ref_disposal, ref_offence
-- why: METHOD 1: the ranks of what has no code of its own: no disposal, an unknown disposal, an
--      unknown offence
with disposal as (
    select
        min(severity_rank) filter (where disposal_category = 'OTHER') as other_rank,
        min(severity_rank) filter (where disposal_category = 'CAUTION') as caution_rank
    from ref_disposal
),

offence as (
    select max(severity_rank) + 1 as last_severity_rank from ref_offence
)

select disposal.other_rank, disposal.caution_rank, offence.last_severity_rank
from disposal
cross join offence
