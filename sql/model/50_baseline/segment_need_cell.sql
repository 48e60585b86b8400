-- table: segment_need_cell
-- kind: view
-- grain: one row per quarter or year cohort, region, segment, band of risk and need that somebody was
--        assessed for
-- reads: need_cell
-- why: METHOD 10: a row per need, made of few cells in place of many members
with needs as (
    select need_cell.*, 'accommodation' as need, accommodation as assessed, accommodation_some as with_need,
        accommodation_significant as with_significant_need, accommodation_reoffenders as reoffenders
    from need_cell
    union all
    select need_cell.*, 'employment_training' as need, employment_training as assessed, employment_training_some as with_need,
        employment_training_significant as with_significant_need, employment_training_reoffenders as reoffenders
    from need_cell
    union all
    select need_cell.*, 'relationships' as need, relationships as assessed, relationships_some as with_need,
        relationships_significant as with_significant_need, relationships_reoffenders as reoffenders
    from need_cell
    union all
    select need_cell.*, 'lifestyle' as need, lifestyle as assessed, lifestyle_some as with_need,
        lifestyle_significant as with_significant_need, lifestyle_reoffenders as reoffenders
    from need_cell
    union all
    select need_cell.*, 'drugs' as need, drugs as assessed, drugs_some as with_need,
        drugs_significant as with_significant_need, drugs_reoffenders as reoffenders
    from need_cell
    union all
    select need_cell.*, 'alcohol' as need, alcohol as assessed, alcohol_some as with_need,
        alcohol_significant as with_significant_need, alcohol_reoffenders as reoffenders
    from need_cell
    union all
    select need_cell.*, 'thinking' as need, thinking as assessed, thinking_some as with_need,
        thinking_significant as with_significant_need, thinking_reoffenders as reoffenders
    from need_cell
    union all
    select need_cell.*, 'attitudes' as need, attitudes as assessed, attitudes_some as with_need,
        attitudes_significant as with_significant_need, attitudes_reoffenders as reoffenders
    from need_cell
    union all
    select need_cell.*, 'health' as need, health as assessed, health_some as with_need,
        health_significant as with_significant_need, health_reoffenders as reoffenders
    from need_cell
)

select
    cohort_window, cohort_start, region, segment, ogrs_band, need,
    assessed, with_need, with_significant_need, reoffenders
from needs
where assessed > 0
