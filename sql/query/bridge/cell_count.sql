-- One row per cell and version: what the mart says, and what its members say.
with counted as (
    select
        cell_no,
        version,
        count(*) as offenders,
        count(*) filter (where reoffended) as reoffenders,
        sum(reoffences) as reoffences
    from bridge_membership
    where is_in_cell
    group by cell_no, version
)

select
    c.cell_no,
    r.version,
    r.cohort_status,
    r.offenders,
    r.reoffenders,
    r.reoffences,
    r.offenders is not distinct from n.offenders
        and r.reoffenders is not distinct from n.reoffenders
        and r.reoffences is not distinct from n.reoffences as is_of_its_members
from bridge_cell as c
inner join reoffending_rate as r
    on c.cohort_window = r.cohort_window and c.cohort_start = r.cohort_start
        and c.geography_type = r.geography_type and c.geography_code = r.geography_code
        and c.breakdown = r.breakdown and c.category = r.category
left join counted as n on c.cell_no = n.cell_no and r.version = n.version
order by c.cell_no, r.version
