-- table: structure_rate
-- mart: published
-- grain: one row per cohort, mapping, structure and organisation
-- reads: structure_cell, repeat_cell, cohort_status, ref_structure, ref_organisation, method
-- why: METHOD 5: rates as it was and as it is now, with METHOD 9's primary thresholds
with sized as (
    select
        structure_cell.*,
        structure_cell.offenders - coalesce(repeat_cell.repeats, 0) as persons,
        effective_size(
            structure_cell.offenders, structure_cell.reoffenders, repeat_cell.pairs,
            repeat_cell.reoffenders_of_pairs, repeat_cell.reoffending_pairs
        ) as effective_offenders
    from structure_cell
    left join repeat_cell
        on structure_cell.cohort_window = repeat_cell.cohort_window
            and structure_cell.cohort_start = repeat_cell.cohort_start
            and structure_cell.geography_type = repeat_cell.geography_type
            and structure_cell.geography_code = repeat_cell.geography_code
            and repeat_cell.breakdown = 'total'
),

judged as (
    select
        sized.*,
        cohort_status.cohort_end,
        cohort_status.cohort_status,
        method.z,
        is_small(sized.offenders, method.smallest_count) as is_few_offenders,
        is_small(sized.persons, method.smallest_count) as is_few_persons,
        is_small(sized.reoffenders, method.smallest_count) as is_few_reoffenders,
        is_small(sized.reoffences, method.smallest_count) as is_few_reoffences,
        sized.offenders < method.minimum_offenders as is_too_few
    from sized
    cross join method
    inner join cohort_status
        on sized.cohort_window = cohort_status.cohort_window
            and sized.cohort_start = cohort_status.cohort_start
),

status as (
    select
        *,
        count_status(
            is_few_offenders or is_few_persons or is_few_reoffenders or is_few_reoffences
        ) as count_status,
        once_observed(
            cohort_status, rate_status(is_too_few, is_few_reoffenders or is_few_reoffences)
        ) as rate_status
    from judged
)

select
    status.cohort_window,
    status.cohort_start,
    status.cohort_end,
    status.cohort_status,
    case
        when not is_few_offenders then ratio(status.observed, status.offenders)
    end as share_observed,
    status.mapping,
    status.structure,
    structure.structure_name,
    status.organisation as organisation_code,
    organisation.organisation_name,
    case when not is_few_offenders then status.offenders end as offenders,
    case when not is_few_persons then status.persons end as persons,
    case when not is_few_reoffenders then status.reoffenders end as reoffenders,
    case when not is_few_reoffences then status.reoffences end as reoffences,
    case
        when rate_status = 'ok' then ratio(status.reoffenders, status.offenders)
    end as reoffending_rate,
    case
        when rate_status = 'ok'
            then wilson_lower(
                ratio(status.reoffenders, status.offenders), status.effective_offenders, status.z
            )
    end as rate_lower,
    case
        when rate_status = 'ok'
            then wilson_upper(
                ratio(status.reoffenders, status.offenders), status.effective_offenders, status.z
            )
    end as rate_upper,
    case when rate_status = 'ok' then ratio(status.reoffences, status.reoffenders) end
        as reoffences_per_reoffender,
    case when not is_too_few then ratio(status.one_year_billionths, status.scored) / 1e9 end
        as expected_rate,
    status.count_status,
    status.rate_status,
    method.measure,
    method.score
from status
cross join method
left join ref_structure as structure on status.structure = structure.structure
left join ref_organisation as organisation
    on status.structure = organisation.structure
        and status.organisation = organisation.organisation_code
order by cohort_window, cohort_start, mapping, structure, organisation_code
