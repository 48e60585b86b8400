select distinct provider_code, contract_year, year_start from published.payment order by provider_code, year_start
