-- table: segment_need_cell
-- grain: one row per quarter or year cohort, region, segment, band of risk and need that somebody was
--        assessed for
-- reads: cohort_entry, index_profile, need_at_index
-- why: METHOD 10: of each need who was assessed for it, has it (1 or more), has it significantly (2), and
--      reoffended having it. A need that nobody was asked about has no row
with assessed as (
    select
        cohort_entry.cohort_window,
        cohort_entry.cohort_start,
        index_profile.region,
        index_profile.segment,
        index_profile.ogrs_band,
        index_profile.reoffended,
        need_at_index.*
    from cohort_entry
    inner join need_at_index
        on cohort_entry.person_no = need_at_index.person_no
            and cohort_entry.index_date = need_at_index.index_date
    inner join index_profile
        on cohort_entry.person_no = index_profile.person_no
            and cohort_entry.index_date = index_profile.index_date
)

select
    cohort_window,
    cohort_start,
    region,
    segment,
    ogrs_band,
    need,
    count(*) as assessed,
    count(*) filter (where level >= 1) as with_need,
    count(*) filter (where level >= 2) as with_significant_need,
    count(*) filter (where level >= 1 and reoffended) as reoffenders
from assessed
unpivot (
    level for need in (
        accommodation, employment_training, relationships, lifestyle, drugs, alcohol, thinking,
        attitudes, health
    )
)
group by cohort_window, cohort_start, region, segment, ogrs_band, need
