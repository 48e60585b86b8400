-- One row per cell asked for, version and member of the cell's cohort, in the cell or not. A slot is
-- what a person can fill once: the cohort, or each quarter of four.
with placed as (
    select
        c.cell_no,
        c.geography_code,
        c.category,
        m.version,
        m.person_key,
        case
            when m.cohort_window = 'four_quarters' then quarter_start(m.index_date)
            else m.cohort_start
        end as slot,
        m.index_date,
        m.reoffended,
        m.reoffences,
        case c.geography_type
            when 'national' then m.national
            when 'region' then m.region
            when 'region_draft_2019' then m.region_draft_2019
            when 'provider' then m.provider
            when 'provider_type' then m.provider_type
            when 'delivery_unit' then m.delivery_unit
            when 'police_force' then m.police_force
            when 'local_authority' then m.local_authority
            when 'prison' then m.prison
        end as own_geography,
        case c.breakdown
            when 'total' then 'total'
            when 'adult_juvenile' then m.adult_juvenile
            when 'sex' then m.sex
            when 'age_band' then m.age_band
            when 'ethnicity' then m.ethnicity
            when 'index_category' then m.index_category
            when 'index_offence_group' then m.index_offence_group
            when 'previous_offences_band' then m.previous_offences_band
            when 'sentence_length_band' then m.sentence_length_band
            when 'ogrs_band' then m.ogrs_band
            when 'segment' then m.segment
        end as own_category
    from bridge_cell as c
    inner join cohort_member as m
        on c.cohort_window = m.cohort_window and c.cohort_start = m.cohort_start
)

select
    cell_no,
    version,
    person_key,
    slot,
    index_date,
    coalesce(own_geography = geography_code and own_category = category, false) as is_in_cell,
    reoffended,
    reoffences
from placed
