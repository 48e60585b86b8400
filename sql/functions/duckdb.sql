-- What DuckDB spells its own way.

-- Clips to the last day of the month; never rolls forward to it.
function add_months(d date, months int) returns date as
  d + to_months(cast(months as int));

function days_between(from_day date, to_day date) returns int as
  date_diff('day', from_day, to_day);

function add_days(d date, days int) returns date as
  d + cast(days as int);
