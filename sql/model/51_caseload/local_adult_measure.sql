-- table: local_adult_measure
-- kind: view
-- grain: one row per rolling year and geography
-- reads: local_adult_total, method
-- why: METHOD 10: the score looks a year ahead; the nation's own rate of the same year brings it down to the
--      months that people are followed, so that actual and expected are equal in the nation
with expected as (
    select
        t.*,
        ratio(t.reoffenders, t.offenders) as reoffending_rate,
        wilson_lower(ratio(t.reoffenders, t.offenders), t.offenders, method.z) as rate_lower,
        wilson_upper(ratio(t.reoffenders, t.offenders), t.offenders, method.z) as rate_upper,
        ratio(n.reoffenders, n.offenders)
            * (ratio(t.one_year_billionths, t.scored) / ratio(n.one_year_billionths, n.scored))
            as expected_rate,
        method.measure,
        method.score
    from local_adult_total as t
    cross join method
    inner join local_adult_total as n
        on t.last_quarter_end = n.last_quarter_end and n.geography_type = 'national'
)

select
    *,
    reoffending_rate - expected_rate as difference,
    reoffending_rate / nullif(expected_rate, 0e0) - 1e0 as relative_difference,
    case
        -- The last bit of a limit must not decide where both rates are equal.
        when reoffending_rate < expected_rate and expected_rate > rate_upper then 'lower'
        when reoffending_rate > expected_rate and expected_rate < rate_lower then 'higher'
        when expected_rate is not null then 'no_difference'
    end as outcome
from expected
