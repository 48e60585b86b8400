-- table: baseline_total
-- grain: one row per baseline, geography and category
-- reads: baseline_row
-- why: METHOD 7: a baseline is the sum of its quarters; its expected rate is the mean of theirs
--      weighted by offenders, not the plain mean
select
    baseline,
    geography_type,
    geography_code,
    breakdown,
    category,
    cast(sum(offenders) as bigint) as baseline_offenders,
    cast(floor(sum(reoffenders_billionths) / 1e9 + 0.5e0) as bigint) as baseline_reoffenders,
    ratio(sum(reoffenders_billionths), sum(offenders)) / 1e9 as baseline_rate,
    case
        when count(reoffences_billionths) = count(*)
            then ratio(sum(reoffences_billionths), sum(reoffenders_billionths))
    end as baseline_frequency,
    case
        when count(reoffences_billionths) = count(*)
            then ratio(sum(reoffences_billionths), sum(offenders)) / 1e9
    end as baseline_reoffences_per_offender,
    ratio(
        sum(case when expected_billionths is not null then offenders * expected_billionths end),
        sum(case when expected_billionths is not null then offenders end)
    ) / 1e9 as baseline_expected_rate,
    case
        when count(short_releases) = count(*) then ratio(sum(short_releases), sum(offenders))
    end as baseline_short_share
from baseline_row
group by baseline, geography_type, geography_code, breakdown, category
