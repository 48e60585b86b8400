-- Bands of METHOD 5, with the edges of METHOD 15.

function adult_juvenile(age int, adult_age int) returns string as
  case when age >= adult_age then 'adult' else 'juvenile' end;

function age_band(age int) returns string as
  case
    when age <= 14 then '10-14' when age <= 17 then '15-17' when age <= 20 then '18-20'
    when age <= 24 then '21-24' when age <= 29 then '25-29' when age <= 34 then '30-34'
    when age <= 39 then '35-39' when age <= 44 then '40-44' when age <= 49 then '45-49'
    else '50+'
  end;

function previous_offences_band(offences bigint) returns string as
  case
    when offences = 0 then '0' when offences <= 2 then '1-2' when offences <= 6 then '3-6'
    when offences <= 10 then '7-10' else '11+'
  end;

-- Of a release. An indeterminate sentence has no length.
function sentence_length_band(kind string, days bigint) returns string as
  case
    when kind = 'INDETERMINATE' then 'indeterminate'
    when days is null then 'UNKNOWN'
    when days <= 183 then 'up to 6 months'
    when days <= 364 then 'over 6 to under 12 months'
    when days <= 729 then '12 months to under 2 years'
    when days <= 1459 then '2 to under 4 years'
    when days <= 3649 then '4 to under 10 years'
    else '10 years and over'
  end;

-- METHOD 7: whether a release is from a sentence under 12 months.
function is_short_sentence(kind string, days bigint) returns boolean as
  coalesce(kind, '') <> 'INDETERMINATE' and coalesce(days <= 364, false);

-- METHOD 7: the contract area of an adult whom a contract would have paid for, else none.
function paid_area(is_contract_cohort boolean, adult_juvenile string, contract_area string)
returns string as
  case when is_contract_cohort and adult_juvenile = 'adult' then contract_area end;

-- Of an index event: how it is counted in METHOD 5. A release counts as custody.
function index_category(entry_type string, disposal string) returns string as
  case
    when entry_type = 'RELEASE' then 'CUSTODY' when entry_type = 'CAUTION' then 'CAUTION'
    when disposal in ('SUSPENDED_SENTENCE', 'COMMUNITY_ORDER', 'YOUTH_ORDER') then 'COURT_ORDER'
    when disposal = 'CAUTION' then 'OTHER' else disposal
  end;
