-- table: comparison
-- mart: restricted baseline_comparison
-- grain: one row per baseline, reported cohort, geography and category
-- reads: baseline_cell, baseline, baseline_total, method
-- why: METHOD 7: the observed rate, made comparable by what OGRS3 expects of both groups of people,
--      against the limits within which chance alone would leave it. What came of it is said of final
--      cohorts only: before, too little is proven, and every cohort would seem to have done well
with held as (
    select
        b.baseline,
        b.baseline_version,
        b.baseline_hash,
        b.baseline_measure,
        c.*,
        b.baseline_hash is null as is_not_frozen,
        ratio(c.observed, c.offenders) as share_observed,
        ratio(c.reoffenders, c.offenders) as observed_rate,
        ratio(c.one_year_billionths, c.scored) / 1e9 as expected_rate,
        ratio(c.reoffences, c.reoffenders) as observed_frequency,
        t.baseline_offenders,
        t.baseline_reoffenders,
        t.baseline_rate,
        t.baseline_frequency,
        t.baseline_expected_rate
    from baseline_cell as c
    cross join baseline as b
    left join baseline_total as t
        on b.baseline = t.baseline
            and c.geography_type = t.geography_type and c.geography_code = t.geography_code
            and c.breakdown = t.breakdown and c.category = t.category
),

judged as (
    select
        h.*,
        m.measure,
        h.cohort_status = 'final' as is_final,
        case
            when h.baseline_measure = m.measure
                then h.observed_rate + (h.baseline_expected_rate - h.expected_rate)
        end as adjusted_rate,
        -- Nobody in the cohort: no width, and no limits.
        m.baseline_z
            * sqrt(h.baseline_rate * (1e0 - h.baseline_rate) / nullif(h.offenders, 0)) as width,
        case
            when h.cohort_status <> 'final' then 'INTERIM'
            when h.is_not_frozen then 'NO_BASELINE'
            when h.baseline_measure <> m.measure then 'BASELINE_OF_OTHER_MEASURE'
            when h.offenders = 0 then 'NO_MEMBERS'
            when h.baseline_rate is null then 'BASELINE_LACKS_GEOGRAPHY'
            when h.expected_rate is null then 'NO_EXPECTED_RATE'
            when h.baseline_expected_rate is null then 'BASELINE_LACKS_EXPECTED_RATE'
            when h.offenders < m.minimum_offenders then 'TOO_FEW'
            when h.baseline_offenders < m.minimum_offenders then 'BASELINE_TOO_FEW'
        end as reason
    from held as h
    cross join method as m
)

select
    baseline,
    baseline_version,
    baseline_hash,
    cohort_window,
    cohort_start,
    cohort_end,
    cohort_status,
    case when is_final then 'final' else 'INTERIM' end as result,
    share_observed,
    geography_type,
    geography_code,
    breakdown,
    category,
    offenders,
    reoffenders,
    reoffences,
    observed_rate,
    expected_rate,
    adjusted_rate,
    baseline_offenders,
    baseline_reoffenders,
    baseline_rate,
    baseline_expected_rate,
    baseline_rate - width as lower_limit,
    baseline_rate + width as upper_limit,
    case
        when reason is not null then null
        when adjusted_rate < baseline_rate - width then 'MET'
        when adjusted_rate > baseline_rate + width then 'WORSE'
        else 'NO_CHANGE'
    end as outcome,
    observed_frequency,
    baseline_frequency,
    case when is_final then billionths(baseline_rate - adjusted_rate) end as reduction_billionths,
    case
        when is_final
            then billionths(baseline_frequency * reoffenders) - reoffences * 1000000000
    end as reoffences_avoided_billionths,
    reason,
    measure
from judged
