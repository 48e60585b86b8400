-- table: custody_cell
-- grain: one row per quarter, geography and category of a breakdown
-- reads: custody_spell, caseload_person, caseload_quarter
-- why: METHOD 10: on a quarter's last day each person stands in one place: before release, in the
--      community, or in both, as somebody sentenced to prison while under an order. The day of release
--      is no day in prison. Of two times in prison the later sentence counts, then the release
with inside as (
    select
        caseload_quarter.quarter_start,
        custody_spell.*,
        row_number() over (
            partition by caseload_quarter.quarter_start, custody_spell.custody_no
            order by custody_spell.first_day desc, custody_spell.basis,
                custody_spell.release_date desc, custody_spell.sentence_length_band,
                custody_spell.region
        ) as rank_no
    from custody_spell
    inner join caseload_quarter
        on custody_spell.first_day <= caseload_quarter.quarter_end
            and custody_spell.release_date > caseload_quarter.quarter_end
),

standing as (
    select
        coalesce(caseload_person.quarter_start, inside.quarter_start) as quarter_start,
        coalesce(caseload_person.region, inside.region) as region,
        case
            when inside.custody_no is null then 'IN_COMMUNITY'
            when caseload_person.supervised_no is null then 'BEFORE_RELEASE'
            else 'BOTH'
        end as standing,
        -- Nobody in the community has these: what is missing has no row.
        inside.sentence_length_band,
        inside.basis,
        'EW' as national,
        'total' as total
    from (select * from inside where rank_no = 1) as inside
    full join caseload_person
        on inside.quarter_start = caseload_person.quarter_start
            and inside.person_no = caseload_person.person_no
),

by_breakdown as (
    select *
    from standing
    unpivot (
        category for breakdown in (total, standing, sentence_length_band, basis)
    )
)

select
    by_breakdown.quarter_start,
    caseload_quarter.quarter_end,
    geography_type,
    geography_code,
    breakdown,
    category,
    cast(count(*) as bigint) as people
from (
    select *
    from by_breakdown
    unpivot (
        geography_code for geography_type in (national, region)
    )
) as by_breakdown
inner join caseload_quarter on by_breakdown.quarter_start = caseload_quarter.quarter_start
group by by_breakdown.quarter_start, caseload_quarter.quarter_end, geography_type, geography_code,
    breakdown, category
