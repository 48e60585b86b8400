-- table: proof_cell
-- grain: one row per quarter cohort, place, and month after the cohort's end in which something was first proven
-- reads: index_reoffence, attribution, index_profile, cohort_window
-- why: METHOD 4: how soon reoffending becomes known: people by their first proof, reoffences by
--      theirs. Month 0 is all that was proven by the cohort's last day. Whoever is followed from a
--      day of a quarter is in that quarter's cohort, so no list of members is needed
with reoffence as (
    select
        quarter_start(index_reoffence.index_date) as cohort_start,
        case
            when grouping(attribution.region) = 0 then 'region'
            else 'provider'
        end as geography_type,
        coalesce(attribution.region, attribution.provider) as geography_code,
        index_reoffence.event_date as proof_date,
        cast(0 as bigint) as reoffenders,
        count(*) as reoffences
    from index_reoffence
    inner join attribution
        on index_reoffence.person_no = attribution.person_no
            and index_reoffence.index_date = attribution.index_date
    group by quarter_start(index_reoffence.index_date), index_reoffence.event_date,
        grouping sets ((attribution.region), (attribution.provider))
),

reoffender as (
    select
        quarter_start(index_date) as cohort_start,
        case when grouping(region) = 0 then 'region' else 'provider' end as geography_type,
        coalesce(region, provider) as geography_code,
        first_proof_date as proof_date,
        count(*) as reoffenders,
        cast(0 as bigint) as reoffences
    from index_profile
    where first_proof_date is not null
    group by quarter_start(index_date), first_proof_date, grouping sets ((region), (provider))
),

proof as (
    select * from reoffence
    union all
    select * from reoffender
),

place as (
    select * from proof
    union all
    select cohort_start, 'national', 'EW', proof_date, reoffenders, reoffences
    from proof
    where geography_type = 'region'
)

select
    cohort_window.cohort_start,
    place.geography_type,
    place.geography_code,
    cast(greatest(0, months_until(cohort_window.cohort_end, place.proof_date)) as int) as month,
    cast(sum(place.reoffenders) as bigint) as reoffenders,
    cast(sum(place.reoffences) as bigint) as reoffences
from cohort_window
inner join place on cohort_window.cohort_start = place.cohort_start
where cohort_window.cohort_window = 'quarter'
group by cohort_window.cohort_start, place.geography_type, place.geography_code,
    cast(greatest(0, months_until(cohort_window.cohort_end, place.proof_date)) as int)
