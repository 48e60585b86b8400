select * from restricted.payment_line where provider_code = ? and contract_year = ? order by line_no
