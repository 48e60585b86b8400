-- What Spark spells its own way. add_months is built in and clips as the method wants.

function days_between(from_day date, to_day date) returns int as
  datediff(to_day, from_day);

function add_days(d date, days int) returns date as
  date_add(d, days);
