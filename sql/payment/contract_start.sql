-- table: contract_start
-- grain: one row per provider, contract year and band
-- reads: contract_year, contract_band, contract_sentence, probation_case
-- why: starts of supervision in the year, of cases that are accepted, linked to a person or not
with counted as (
    select y.provider_code, y.contract_year, s.band_no, cast(count(*) as bigint) as actual_starts
    from probation_case as c
    inner join contract_year as y
        on c.provider_code = y.provider_code and c.start_date between y.year_start and y.year_end
    inner join contract_sentence as s
        on y.provider_code = s.provider_code
            and y.contract_year = s.contract_year
            and c.sentence_type = s.sentence_type
    group by y.provider_code, y.contract_year, s.band_no
)

select
    b.provider_code,
    b.contract_year,
    b.band_no,
    b.band,
    coalesce(c.actual_starts, 0) as actual_starts
from contract_band as b
left join counted as c
    on b.provider_code = c.provider_code
        and b.contract_year = c.contract_year
        and b.band_no = c.band_no
