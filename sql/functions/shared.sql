-- Functions with one body for both engines. What only one engine can say is in duckdb.sql and spark.sql.

-- Completed years. Someone born on 29 February has the birthday on 1 March in common years.
function years_between(born date, d date) returns int as
  year(d) - year(born)
    - case when month(d) * 100 + day(d) < month(born) * 100 + day(born) then 1 else 0 end;

-- First day of the date's quarter.
function quarter_start(d date) returns date as
  make_date(cast(year(d) as int), cast(3 * floor((month(d) - 1) / 3e0) + 1 as int), 1);

-- Rounds to 9 places, halves up, and keeps the result as a whole number of billionths: sums of it are exact.
function billionths(x double) returns bigint as
  cast(floor(x * 1e9 + 0.5e0) as bigint);

-- Whole percent, halves up, held to 1..99.
function percent(p double) returns int as
  case when p is null then null else cast(least(99, greatest(1, floor(100e0 * p + 0.5e0))) as int) end;

function logistic(x double) returns double as
  1e0 / (1e0 + strict_exp(-x));

-- METHOD 6: logarithm of sanctions a year of the career, null for one of no length.
function copas_rate(sanctions bigint, years bigint) returns double as
  case when years > 0 then strict_ln(cast(sanctions as double) / cast(years as double)) end;

-- A share, null when there is nothing to share.
function ratio(part bigint, whole bigint) returns double as
  case when whole = 0 then null else cast(part as double) / cast(whole as double) end;

-- METHOD 4: how many people k out of n memberships are worth, when some are of the same person. d, the
-- clustered variance by the binomial, is 1 + 2 x sum of (a - p)(b - p) over the pairs of memberships of
-- one person, a and b being 1 for a reoffender: of the pairs it takes how many there are, how many
-- reoffenders they have, and in how many both are.
function effective_size(
  n bigint, k bigint, pairs bigint, reoffenders_of_pairs bigint, reoffending_pairs bigint
) returns double as
  case
    when coalesce(pairs, 0) = 0 or k = 0 or k = n then cast(n as double)
    else n / greatest(1e0, 1e0 + 2e0
      * (reoffending_pairs - ratio(k, n) * reoffenders_of_pairs + ratio(k, n) * ratio(k, n) * pairs)
      / (k * (1e0 - ratio(k, n))))
  end;

-- Wilson score interval of a share p of n at the normal quantile z, clamped to 0..1. n need not be whole.
function wilson_lower(p double, n double, z double) returns double as
  case when n = 0e0 then null else greatest(0e0,
    (p + z * z / (2e0 * n) - z * sqrt(p * (1e0 - p) / n + z * z / (4e0 * n * n)))
    / (1e0 + z * z / n)) end;

function wilson_upper(p double, n double, z double) returns double as
  case when n = 0e0 then null else least(1e0,
    (p + z * z / (2e0 * n) + z * sqrt(p * (1e0 - p) / n + z * z / (4e0 * n * n)))
    / (1e0 + z * z / n)) end;

-- METHOD 7: half the width of the limits about the rate of a baseline of m people, for a cohort of n:
-- `limits` says whether the baseline has an error of its own (two_sample) or is taken as known.
function limit_width(rate double, n double, m double, limits string, z double) returns double as
  z * sqrt(rate * (1e0 - rate) * (1e0 / nullif(n, 0e0)
    + case when limits = 'known_baseline' then 0e0 else 1e0 / nullif(m, 0e0) end));

-- METHOD 7: what an adjusted rate says against its limits. A rate on a limit is no change.
function limit_outcome(rate double, baseline_rate double, width double) returns string as
  case
    when rate < baseline_rate - width then 'MET' when rate > baseline_rate + width then 'WORSE'
    else 'NO_CHANGE'
  end;

-- A row number is its part's ordinal times 2^40 plus its line.
function part_of(row_no bigint) returns bigint as
  cast(floor(row_no / 1099511627776e0) as bigint);

function line_of(row_no bigint) returns bigint as
  cast(row_no - floor(row_no / 1099511627776e0) * 1099511627776e0 as bigint);

-- The first whole month, from 1, by whose end a later date lies; months clip as in the method.
function months_until(from_date date, to_date date) returns int as
  (year(to_date) - year(from_date)) * 12 + month(to_date) - month(from_date)
    + case
        when to_date <= add_months(
          from_date,
          cast((year(to_date) - year(from_date)) * 12 + month(to_date) - month(from_date) as int))
        then 0 else 1 end;

-- Whole months that have passed from a date to another, clipped as in the method; negative before it.
function months_since(from_date date, to_date date) returns int as
  (year(to_date) - year(from_date)) * 12 + month(to_date) - month(from_date)
    - case
        when add_months(
          from_date,
          cast((year(to_date) - year(from_date)) * 12 + month(to_date) - month(from_date) as int))
          <= to_date
        then 0 else 1 end;

-- A count that could point at somebody. Zero points at nobody.
function is_small(n bigint, smallest int) returns boolean as
  n > 0 and n < smallest;

-- Mondays to Fridays since the beginning of 1900, a Monday, up to and with a day.
function weekdays_until(d date) returns int as
  cast(
    5 * floor((days_between(date '1900-01-01', d) + 1) / 7e0)
      + least(5, mod(days_between(date '1900-01-01', d) + 1, 7))
  as int);

-- Why a count, or a rate, is not in a published row.
function count_status(is_withheld boolean) returns string as
  case when is_withheld then 'suppressed' else 'ok' end;

function rate_status(is_too_few boolean, is_withheld boolean) returns string as
  case when is_too_few then 'too_few' when is_withheld then 'suppressed' else 'ok' end;

-- METHOD 4: an incomplete cohort has no rate yet, whatever else is to be said of it.
function once_observed(cohort_status string, status string) returns string as
  case when cohort_status = 'incomplete' then 'not_yet_observed' else status end;

-- METHOD 14: what a PNC id or a prison number needs beside it. What is missing agrees with nothing.
function agrees(surname string, other_surname string, born date, other_born date) returns boolean as
  coalesce(surname = other_surname, false) or coalesce(born = other_born, false);

-- METHOD 14: of the persons that the first three rules find, the first decides.
function link_rule(by_pnc_id bigint, by_noms_number bigint, by_name bigint) returns string as
  case
    when by_pnc_id is not null then 'PNC_ID' when by_noms_number is not null then 'NOMS_NUMBER'
    when by_name is not null then 'NAME_DOB' else 'UNLINKED'
  end;

-- Whether a date comes after another. One that is missing comes after nothing.
function is_after(d date, other date) returns boolean as
  coalesce(d > other, false);

-- The length of a sentence in days: a month is the twelfth part of 365 days, and a life has no length.
function sentence_days(length bigint, unit string) returns bigint as
  case unit
    when 'D' then length when 'W' then 7 * length
    when 'M' then cast(floor(length * 365 / 12e0) as bigint) when 'Y' then 365 * length
  end;
