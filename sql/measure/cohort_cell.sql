-- table: cohort_cell
-- grain: one row per quarter or year cohort, basic geography and category of a basic breakdown
-- reads: cohort_profile
-- why: METHOD 4 as sums of whole numbers. Members are read once and never multiplied: what follows
--      from these cells (totals, the nation, types of provider) is added up in reported_cell
with cell as (
    select
        cohort_window,
        cohort_start,
        case
            when grouping(region) = 0 then 'region'
            when grouping(provider) = 0 then 'provider'
            when grouping(delivery_unit) = 0 then 'delivery_unit'
            when grouping(police_force) = 0 then 'police_force'
            when grouping(local_authority) = 0 then 'local_authority'
            when grouping(prison) = 0 then 'prison'
        end as geography_type,
        coalesce(region, provider, delivery_unit, police_force, local_authority, prison) as geography_code,
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
            sex, age_band, ethnicity, index_category, index_offence_group, previous_offences_band,
            sentence_length_band, ogrs_band, segment
        ) as category,
        count(*) as offenders,
        count(*) filter (where reoffended) as reoffenders,
        sum(reoffences) as reoffences,
        sum(previous_offences) as previous_offences,
        count(one_year_billionths) as scored,
        sum(one_year_billionths) as one_year_billionths,
        count(*) filter (where observed) as observed
    from cohort_profile
    group by grouping sets (
        -- region
        (cohort_window, cohort_start, region, sex),
        (cohort_window, cohort_start, region, age_band),
        (cohort_window, cohort_start, region, ethnicity),
        (cohort_window, cohort_start, region, index_category),
        (cohort_window, cohort_start, region, index_offence_group),
        (cohort_window, cohort_start, region, previous_offences_band),
        (cohort_window, cohort_start, region, sentence_length_band),
        (cohort_window, cohort_start, region, ogrs_band),
        (cohort_window, cohort_start, region, segment),
        -- provider
        (cohort_window, cohort_start, provider, sex),
        (cohort_window, cohort_start, provider, age_band),
        (cohort_window, cohort_start, provider, ethnicity),
        (cohort_window, cohort_start, provider, index_category),
        (cohort_window, cohort_start, provider, index_offence_group),
        (cohort_window, cohort_start, provider, previous_offences_band),
        (cohort_window, cohort_start, provider, sentence_length_band),
        (cohort_window, cohort_start, provider, ogrs_band),
        (cohort_window, cohort_start, provider, segment),
        -- delivery_unit
        (cohort_window, cohort_start, delivery_unit, sex),
        (cohort_window, cohort_start, delivery_unit, age_band),
        (cohort_window, cohort_start, delivery_unit, ethnicity),
        (cohort_window, cohort_start, delivery_unit, index_category),
        (cohort_window, cohort_start, delivery_unit, index_offence_group),
        (cohort_window, cohort_start, delivery_unit, previous_offences_band),
        (cohort_window, cohort_start, delivery_unit, sentence_length_band),
        (cohort_window, cohort_start, delivery_unit, ogrs_band),
        (cohort_window, cohort_start, delivery_unit, segment),
        -- police_force
        (cohort_window, cohort_start, police_force, sex),
        (cohort_window, cohort_start, police_force, age_band),
        (cohort_window, cohort_start, police_force, ethnicity),
        (cohort_window, cohort_start, police_force, index_category),
        (cohort_window, cohort_start, police_force, index_offence_group),
        (cohort_window, cohort_start, police_force, previous_offences_band),
        (cohort_window, cohort_start, police_force, sentence_length_band),
        (cohort_window, cohort_start, police_force, ogrs_band),
        (cohort_window, cohort_start, police_force, segment),
        -- local_authority
        (cohort_window, cohort_start, local_authority, sex),
        (cohort_window, cohort_start, local_authority, age_band),
        (cohort_window, cohort_start, local_authority, ethnicity),
        (cohort_window, cohort_start, local_authority, index_category),
        (cohort_window, cohort_start, local_authority, index_offence_group),
        (cohort_window, cohort_start, local_authority, previous_offences_band),
        (cohort_window, cohort_start, local_authority, sentence_length_band),
        (cohort_window, cohort_start, local_authority, ogrs_band),
        (cohort_window, cohort_start, local_authority, segment),
        -- prison
        (cohort_window, cohort_start, prison, sex),
        (cohort_window, cohort_start, prison, age_band),
        (cohort_window, cohort_start, prison, ethnicity),
        (cohort_window, cohort_start, prison, index_category),
        (cohort_window, cohort_start, prison, index_offence_group),
        (cohort_window, cohort_start, prison, previous_offences_band),
        (cohort_window, cohort_start, prison, sentence_length_band),
        (cohort_window, cohort_start, prison, ogrs_band),
        (cohort_window, cohort_start, prison, segment)
    )
)

-- Only members who entered by a release have a prison and a sentence length.
select
    cohort_window,
    cohort_start,
    geography_type,
    geography_code,
    breakdown,
    category,
    cast(offenders as bigint) as offenders,
    cast(reoffenders as bigint) as reoffenders,
    cast(reoffences as bigint) as reoffences,
    cast(previous_offences as bigint) as previous_offences,
    cast(scored as bigint) as scored,
    cast(coalesce(one_year_billionths, 0) as bigint) as one_year_billionths,
    cast(observed as bigint) as observed
from cell
where geography_code is not null and category is not null
