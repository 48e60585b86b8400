-- table: target_cohort
-- kind: view
-- grain: one row per target and cohort between its base and the one it is for; one without a cohort when the run has none
-- reads: method_target, target_base, reported_cell, cohort_status
-- why: each cohort beside the base of its target
with cohort as (
    select t.target, s.cohort_start, s.cohort_end, s.cohort_status
    from method_target as t
    inner join cohort_status as s
        on t.cohort_window = s.cohort_window and s.cohort_start <= t.by_cohort
    where t.base_to is null or s.cohort_start > t.base_to
)

select
    t.*,
    h.cohort_start,
    h.cohort_end,
    h.cohort_status,
    c.observed,
    c.offenders,
    c.reoffenders,
    c.reoffences,
    ratio(c.reoffenders, c.offenders) as rate,
    ratio(c.reoffences, c.reoffenders) as frequency,
    ratio(c.one_year_billionths, c.scored) / 1e9 as expected_rate,
    b.is_final as is_base_final,
    b.offenders as base_offenders,
    b.rate as base_rate,
    b.frequency as base_frequency,
    b.expected_rate as base_expected_rate
from method_target as t
left join cohort as h on t.target = h.target
left join reported_cell as c
    on t.cohort_window = c.cohort_window and h.cohort_start = c.cohort_start
        and t.geography_type = c.geography_type and t.geography_code = c.geography_code
        and t.breakdown = c.breakdown and t.category = c.category
left join target_base as b on t.target = b.target
