-- table: structure_rate
-- mart: published
-- grain: one row per cohort, mapping, structure and organisation
-- reads: structure_cell, cohort_status, ref_structure, ref_organisation, method
-- why: METHOD 5: rates as it was and as it is now, with METHOD 9's primary thresholds
with judged as (
    select
        p.*,
        m.z,
        is_small(p.offenders, m.smallest_count) as is_few_offenders,
        is_small(p.reoffenders, m.smallest_count) as is_few_reoffenders,
        is_small(p.reoffences, m.smallest_count) as is_few_reoffences,
        p.offenders < m.minimum_offenders as is_too_few
    from structure_cell as p
    cross join method as m
),

status as (
    select
        *,
        count_status(is_few_offenders or is_few_reoffenders or is_few_reoffences) as count_status,
        rate_status(is_too_few, is_few_reoffenders or is_few_reoffences) as rate_status
    from judged
)

select
    s.cohort_window,
    s.cohort_start,
    c.cohort_end,
    c.cohort_status,
    case when not is_few_offenders then ratio(s.observed, s.offenders) end as share_observed,
    s.mapping,
    s.structure,
    t.structure_name,
    s.organisation as organisation_code,
    o.organisation_name,
    case when not is_few_offenders then s.offenders end as offenders,
    case when not is_few_reoffenders then s.reoffenders end as reoffenders,
    case when not is_few_reoffences then s.reoffences end as reoffences,
    case when rate_status = 'ok' then ratio(s.reoffenders, s.offenders) end as reoffending_rate,
    case when rate_status = 'ok' then wilson_lower(s.reoffenders, s.offenders, s.z) end
        as rate_lower,
    case when rate_status = 'ok' then wilson_upper(s.reoffenders, s.offenders, s.z) end
        as rate_upper,
    case when rate_status = 'ok' then ratio(s.reoffences, s.reoffenders) end
        as reoffences_per_reoffender,
    case when not is_too_few then ratio(s.one_year_billionths, s.scored) / 1e9 end
        as expected_rate,
    s.count_status,
    s.rate_status,
    m.measure
from status as s
cross join method as m
inner join cohort_status as c
    on s.cohort_window = c.cohort_window and s.cohort_start = c.cohort_start
left join ref_structure as t on s.structure = t.structure
left join ref_organisation as o
    on s.structure = o.structure and s.organisation = o.organisation_code
order by cohort_window, cohort_start, mapping, structure, organisation_code
