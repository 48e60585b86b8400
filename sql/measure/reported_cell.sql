-- table: reported_cell
-- grain: one row per reported cohort, geography and category of a breakdown
-- reads: cohort_cell, derived_place, cohort_basis
-- why: totals, wider geographies and sums of four quarters, added up from the basic cells
with breakdown as (
    select * from cohort_cell
    union all
    select cohort_window, cohort_start, geography_type, geography_code, 'total', 'total',
        offenders, reoffenders, reoffences, reoffence_events, previous_offences, scored,
        one_year_billionths, observed
    from cohort_cell
    where breakdown = 'sex'
    union all
    select cohort_window, cohort_start, geography_type, geography_code, 'adult_juvenile',
        case when category in ('10-14', '15-17') then 'juvenile' else 'adult' end,
        offenders, reoffenders, reoffences, reoffence_events, previous_offences, scored,
        one_year_billionths, observed
    from cohort_cell
    where breakdown = 'age_band'
),

place as (
    select * from breakdown
    union all
    select b.cohort_window, b.cohort_start,
        coalesce(d.geography_type, 'provider_type'),
        coalesce(d.geography_code, case when b.geography_code = 'NONE' then 'NONE' else 'UNKNOWN' end),
        b.breakdown, b.category, b.offenders, b.reoffenders, b.reoffences, b.reoffence_events,
        b.previous_offences, b.scored, b.one_year_billionths, b.observed
    from breakdown as b
    left join derived_place as d
        on b.geography_type = d.from_type and b.geography_code = d.from_code
    where b.geography_type in ('region', 'provider')
)

select
    w.cohort_window,
    w.cohort_start,
    p.geography_type,
    p.geography_code,
    p.breakdown,
    p.category,
    cast(sum(p.offenders) as bigint) as offenders,
    cast(sum(p.reoffenders) as bigint) as reoffenders,
    cast(sum(p.reoffences) as bigint) as reoffences,
    cast(sum(p.reoffence_events) as bigint) as reoffence_events,
    cast(sum(p.previous_offences) as bigint) as previous_offences,
    cast(sum(p.scored) as bigint) as scored,
    cast(sum(p.one_year_billionths) as bigint) as one_year_billionths,
    cast(sum(p.observed) as bigint) as observed
from cohort_basis as w
inner join place as p on w.basis_window = p.cohort_window and w.basis_start = p.cohort_start
group by
    w.cohort_window, w.cohort_start, p.geography_type, p.geography_code, p.breakdown, p.category
