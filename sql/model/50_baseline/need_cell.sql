-- table: need_cell
-- grain: one row per quarter or year cohort, region, segment and band of risk that has members with an
--        assessment
-- reads: cohort_entry, index_profile, need_at_index
-- why: METHOD 10: of each need who was assessed for it, has it (1 or more), has it significantly (2), and
--      reoffended having it: counted in one pass over the members
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
    count(accommodation) as accommodation,
    count(*) filter (where accommodation >= 1) as accommodation_some,
    count(*) filter (where accommodation >= 2) as accommodation_significant,
    count(*) filter (where accommodation >= 1 and reoffended) as accommodation_reoffenders,
    count(employment_training) as employment_training,
    count(*) filter (where employment_training >= 1) as employment_training_some,
    count(*) filter (where employment_training >= 2) as employment_training_significant,
    count(*) filter (where employment_training >= 1 and reoffended) as employment_training_reoffenders,
    count(relationships) as relationships,
    count(*) filter (where relationships >= 1) as relationships_some,
    count(*) filter (where relationships >= 2) as relationships_significant,
    count(*) filter (where relationships >= 1 and reoffended) as relationships_reoffenders,
    count(lifestyle) as lifestyle,
    count(*) filter (where lifestyle >= 1) as lifestyle_some,
    count(*) filter (where lifestyle >= 2) as lifestyle_significant,
    count(*) filter (where lifestyle >= 1 and reoffended) as lifestyle_reoffenders,
    count(drugs) as drugs,
    count(*) filter (where drugs >= 1) as drugs_some,
    count(*) filter (where drugs >= 2) as drugs_significant,
    count(*) filter (where drugs >= 1 and reoffended) as drugs_reoffenders,
    count(alcohol) as alcohol,
    count(*) filter (where alcohol >= 1) as alcohol_some,
    count(*) filter (where alcohol >= 2) as alcohol_significant,
    count(*) filter (where alcohol >= 1 and reoffended) as alcohol_reoffenders,
    count(thinking) as thinking,
    count(*) filter (where thinking >= 1) as thinking_some,
    count(*) filter (where thinking >= 2) as thinking_significant,
    count(*) filter (where thinking >= 1 and reoffended) as thinking_reoffenders,
    count(attitudes) as attitudes,
    count(*) filter (where attitudes >= 1) as attitudes_some,
    count(*) filter (where attitudes >= 2) as attitudes_significant,
    count(*) filter (where attitudes >= 1 and reoffended) as attitudes_reoffenders,
    count(health) as health,
    count(*) filter (where health >= 1) as health_some,
    count(*) filter (where health >= 2) as health_significant,
    count(*) filter (where health >= 1 and reoffended) as health_reoffenders
from assessed
group by cohort_window, cohort_start, region, segment, ogrs_band
