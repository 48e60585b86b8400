-- table: disparity_pair
-- kind: view
-- grain: one row per cohort, place, and ethnicity, sex or age band, beside the group it is compared with
-- reads: reported_cell
-- why: METHOD 10: the largest group of a breakdown is the one to compare with; of groups equally
--      large the first by name. People of whom it is not known are compared with it, never it
with cell as (
    select *, category in ('U', 'Unknown') as is_unknown
    from reported_cell
    where geography_type in ('national', 'region', 'provider')
        and breakdown in ('ethnicity', 'sex', 'age_band')
),

ranked as (
    select
        *,
        row_number() over (
            partition by cohort_window, cohort_start, geography_type, geography_code, breakdown
            order by is_unknown, offenders desc, category
        ) as rank_no,
        lead(offenders) over (
            partition by cohort_window, cohort_start, geography_type, geography_code, breakdown
            order by is_unknown, offenders desc, category
        ) as next_offenders,
        lead(is_unknown) over (
            partition by cohort_window, cohort_start, geography_type, geography_code, breakdown
            order by is_unknown, offenders desc, category
        ) as is_next_unknown
    from cell
)

select
    g.cohort_window,
    g.cohort_start,
    g.geography_type,
    g.geography_code,
    g.breakdown,
    g.category,
    r.category as reference_category,
    coalesce(r.next_offenders = r.offenders and not r.is_next_unknown, false) as is_reference_tied,
    g.observed,
    g.offenders,
    g.reoffenders,
    ratio(g.one_year_billionths, g.scored) / 1e9 as expected_rate,
    r.offenders as reference_offenders,
    r.reoffenders as reference_reoffenders,
    ratio(r.one_year_billionths, r.scored) / 1e9 as reference_expected_rate
from ranked as g
inner join ranked as r
    on g.cohort_window = r.cohort_window and g.cohort_start = r.cohort_start
        and g.geography_type = r.geography_type and g.geography_code = r.geography_code
        and g.breakdown = r.breakdown and r.rank_no = 1
