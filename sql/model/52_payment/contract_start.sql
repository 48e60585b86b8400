-- table: contract_start
-- grain: one row per provider, contract year and band
-- reads: contract_year, contract_band, contract_sentence, probation_case
-- why: METHOD 7: starts of supervision in the year, of cases that are accepted, linked to a person
--      or not
with counted as (
    select contract_year.provider_code, contract_year.contract_year, contract_sentence.band_no,
        cast(count(*) as bigint) as actual_starts
    from probation_case
    inner join contract_year
        on probation_case.provider_code = contract_year.provider_code and probation_case.start_date
            between contract_year.year_start and contract_year.year_end
    inner join contract_sentence
        on contract_year.provider_code = contract_sentence.provider_code
            and contract_year.contract_year = contract_sentence.contract_year
            and probation_case.sentence_type = contract_sentence.sentence_type
    group by contract_year.provider_code, contract_year.contract_year, contract_sentence.band_no
)

select
    contract_band.provider_code,
    contract_band.contract_year,
    contract_band.band_no,
    contract_band.band,
    coalesce(counted.actual_starts, 0) as actual_starts
from contract_band
left join counted
    on contract_band.provider_code = counted.provider_code
        and contract_band.contract_year = counted.contract_year
        and contract_band.band_no = counted.band_no
