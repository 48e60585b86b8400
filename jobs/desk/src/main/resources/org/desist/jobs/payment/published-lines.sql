select * from published.payment where provider_code = ? and contract_year = ? order by line_no
