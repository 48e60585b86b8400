-- One row per cell asked for, version and member of the cell's cohort, in the cell or not. A slot is
-- what a person can fill once: the cohort, or each quarter of four. A geography type or breakdown is
-- the column of its name, whichever there are; the total alone is none.
with member_value as (
    select
        version,
        cohort_window,
        cohort_start,
        person_key,
        index_date,
        reoffended,
        reoffences,
        to_json(cohort_member) as value_by_column
    from cohort_member
),

placed as (
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
        m.value_by_column ->> c.geography_type as own_geography,
        case
            when c.breakdown = 'total' then 'total'
            else m.value_by_column ->> c.breakdown
        end as own_category
    from bridge_cell as c
    inner join member_value as m
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
