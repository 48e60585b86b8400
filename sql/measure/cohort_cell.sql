-- table: cohort_cell
-- grain: one row per quarter or year cohort, basic geography and category of a basic breakdown
-- reads: cohort_profile
-- why: METHOD 4 as sums of whole numbers. Members are added up by breakdown first, with all their
--      places, and those sums by place: many members share their places, so that far fewer rows are
--      multiplied. Totals, the nation and types of provider are added up in reported_cell
with by_breakdown as (
    select
        cohort_window,
        cohort_start,
        region, provider, delivery_unit, police_force, local_authority, prison,
        case
            when grouping(sex) = 0 then 'sex'
            when grouping(age_band) = 0 then 'age_band'
            when grouping(ethnicity) = 0 then 'ethnicity'
            when grouping(index_category) = 0 then 'index_category'
            when grouping(index_offence_group) = 0 then 'index_offence_group'
            when grouping(previous_offences_band) = 0 then 'previous_offences_band'
            when grouping(sentence_length_band) = 0 then 'sentence_length_band'
            when grouping(ogrs_band) = 0 then 'ogrs_band'
            when grouping(segment) = 0 then 'segment'
        end as breakdown,
        coalesce(
            sex, age_band, ethnicity, index_category, index_offence_group,
            previous_offences_band, sentence_length_band, ogrs_band, segment
        ) as category,
        count(*) as offenders,
        count(*) filter (where reoffended) as reoffenders,
        sum(reoffences) as reoffences,
        sum(reoffence_events) as reoffence_events,
        sum(previous_offences) as previous_offences,
        count(one_year_billionths) as scored,
        sum(coalesce(one_year_billionths, 0)) as one_year_billionths,
        count(*) filter (where observed) as observed
    from cohort_profile
    group by cohort_window, cohort_start, region, provider, delivery_unit, police_force, local_authority, prison, grouping sets (
        (sex),
        (age_band),
        (ethnicity),
        (index_category),
        (index_offence_group),
        (previous_offences_band),
        (sentence_length_band),
        (ogrs_band),
        (segment)
    )
)

select
    cohort_window,
    cohort_start,
    geography_type,
    geography_code,
    breakdown,
    category,
    cast(sum(offenders) as bigint) as offenders,
    cast(sum(reoffenders) as bigint) as reoffenders,
    cast(sum(reoffences) as bigint) as reoffences,
    cast(sum(reoffence_events) as bigint) as reoffence_events,
    cast(sum(previous_offences) as bigint) as previous_offences,
    cast(sum(scored) as bigint) as scored,
    cast(sum(one_year_billionths) as bigint) as one_year_billionths,
    cast(sum(observed) as bigint) as observed
from by_breakdown
unpivot (
    -- Only members who entered by a release have a prison: a place that is missing has no row.
    geography_code for geography_type in (
        region, provider, delivery_unit, police_force, local_authority, prison
    )
)
-- Only they have a sentence length.
where category is not null
group by cohort_window, cohort_start, geography_type, geography_code, breakdown, category
