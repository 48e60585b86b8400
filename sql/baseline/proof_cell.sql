-- table: proof_cell
-- grain: one row per quarter cohort, place, and month after the cohort's end in which something was first proven
-- reads: index_reoffence, attribution, index_profile, cohort_window
-- why: how soon reoffending becomes known: people by their first proof, reoffences by theirs. Month
--      0 is all that was proven by the cohort's last day. Whoever is followed from a day of a quarter
--      is in that quarter's cohort, so no list of members is needed
with reoffence as (
    select
        quarter_start(r.index_date) as cohort_start,
        case when grouping(a.region) = 0 then 'region' else 'provider' end as geography_type,
        coalesce(a.region, a.provider) as geography_code,
        r.event_date as proof_date,
        cast(0 as bigint) as reoffenders,
        count(*) as reoffences
    from index_reoffence as r
    inner join attribution as a on r.person_no = a.person_no and r.index_date = a.index_date
    group by quarter_start(r.index_date), r.event_date, grouping sets ((a.region), (a.provider))
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
    w.cohort_start,
    p.geography_type,
    p.geography_code,
    cast(greatest(0, months_until(w.cohort_end, p.proof_date)) as int) as month,
    cast(sum(p.reoffenders) as bigint) as reoffenders,
    cast(sum(p.reoffences) as bigint) as reoffences
from cohort_window as w
inner join place as p on w.cohort_start = p.cohort_start
where w.cohort_window = 'quarter'
group by w.cohort_start, p.geography_type, p.geography_code,
    cast(greatest(0, months_until(w.cohort_end, p.proof_date)) as int)
