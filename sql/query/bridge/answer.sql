-- One row per cell, measure and cause: how many people changed for it, and what they add to the
-- measure's numerator and denominator. The first cause that applies is the cause of a slot.
with evidence as (
    select
        r.cell_no,
        r.person_key,
        r.slot,
        coalesce(bool_or(d.difference = 'LINKAGE'), false) as is_relinked,
        coalesce(bool_or(d.difference = 'LATE_CONVICTION'), false) as is_late,
        count(d.record_id) > 0 as is_other
    from bridge_record as r
    left join record_difference as d on r.resource = d.resource and r.record_id = d.record_id
    group by r.cell_no, r.person_key, r.slot
),

caused as (
    select
        c.*,
        case
            when e.is_relinked then 'LINKAGE'
            when e.is_other and k.kind = 'MOVE' then 'OFFENDER_MIX'
            when e.is_late then 'LATE_CONVICTION'
            when e.is_other then 'CORRECTED_RECORD'
            when b.is_other_method then 'METHOD_CHANGE'
            else 'UNEXPLAINED'
        end as cause
    from bridge_change as c
    cross join bridge_method as b
    left join bridge_kind as k
        on c.cell_no = k.cell_no and c.person_key = k.person_key and c.slot = k.slot
    left join evidence as e
        on c.cell_no = e.cell_no and c.person_key = e.person_key and c.slot = e.slot
),

measured as (
    select cell_no, person_key, cause, 'reoffending_rate' as measure,
        reoffenders as numerator, offenders as denominator
    from caused
    union all
    select cell_no, person_key, cause, 'reoffences_per_reoffender', reoffences, reoffenders
    from caused
)

select
    cell_no,
    measure,
    cause,
    cast(count(distinct person_key) as bigint) as people,
    cast(sum(numerator) as bigint) as numerator,
    cast(sum(denominator) as bigint) as denominator
from measured
where numerator <> 0 or denominator <> 0
group by cell_no, measure, cause
order by cell_no, measure, cause
