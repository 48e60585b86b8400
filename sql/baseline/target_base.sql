-- table: target_base
-- kind: view
-- grain: one row per target whose base the run has
-- reads: method_target, reported_cell, cohort_status, baseline_total
-- why: METHOD 7: what a target's fall is counted from: cohorts of the run added up, so that an
--      expected rate is weighted by offenders, or a frozen baseline. A base of which a cohort is
--      missing is none
with cohort as (
    select
        t.target,
        count(*) as cohorts,
        count(*) filter (where s.cohort_status <> 'final') as open_cohorts
    from method_target as t
    inner join cohort_status as s
        on t.cohort_window = s.cohort_window
            and s.cohort_start between t.base_from and t.base_to
    group by t.target
),

cell as (
    select
        t.target,
        sum(c.offenders) as offenders,
        sum(c.reoffenders) as reoffenders,
        sum(c.reoffences) as reoffences,
        sum(c.scored) as scored,
        sum(c.one_year_billionths) as one_year_billionths
    from method_target as t
    inner join reported_cell as c
        on t.cohort_window = c.cohort_window and t.geography_type = c.geography_type
            and t.geography_code = c.geography_code and t.breakdown = c.breakdown
            and t.category = c.category and c.cohort_start between t.base_from and t.base_to
    group by t.target
)

select
    t.target,
    h.open_cohorts = 0 as is_final,
    cast(c.offenders as bigint) as offenders,
    ratio(c.reoffenders, c.offenders) as rate,
    ratio(c.reoffences, c.reoffenders) as frequency,
    ratio(c.one_year_billionths, c.scored) / 1e9 as expected_rate
from method_target as t
inner join cohort as h on t.target = h.target and t.base_cohorts = h.cohorts
inner join cell as c on t.target = c.target
union all
select t.target, true, b.baseline_offenders, b.baseline_rate, b.baseline_frequency,
    b.baseline_expected_rate
from method_target as t
inner join baseline_total as b
    on t.baseline = b.baseline and t.geography_type = b.geography_type
        and t.geography_code = b.geography_code and t.breakdown = b.breakdown
        and t.category = b.category
