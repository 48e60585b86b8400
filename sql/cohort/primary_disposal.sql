-- table: primary_disposal
-- kind: view
-- grain: one row per offence that has a disposal
-- reads: pnc_disposal, ref_disposal, default_rank
-- why: METHOD 1: the lowest severity rank decides, then the lowest sequence; an unknown code counts as OTHER
with ranked as (
    select
        d.offence_no,
        coalesce(r.disposal_category, 'OTHER') as disposal,
        coalesce(r.severity_rank, m.other_rank) as disposal_rank,
        d.disposal_seq
    from pnc_disposal as d
    cross join default_rank as m
    left join ref_disposal as r on d.disposal_code = r.disposal_code
)

select
    offence_no,
    min_by(disposal, disposal_rank * 1000000 + disposal_seq) as disposal,
    min(disposal_rank) as disposal_rank
from ranked
group by offence_no
