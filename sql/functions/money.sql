-- Money as whole pence. A quantity is counted in units small enough to be whole: `per` of them make the one that has a price.

-- Whole part of a quotient of whole numbers that are not negative; exact below 2^51.
function whole_part(n bigint, d bigint) returns bigint as
  cast(floor((n - n % d) / cast(d as double) + 0.5e0) as bigint);

-- How many units make the one that has a price: rates are counted in billionths.
function units_per(unit string) returns bigint as
  case when unit = 'point' then 10000000 when unit = 'reoffence' then 1000000000 else 1 end;

-- Quantity times price in pence, rounded once, halves away from zero.
function priced_pence(units bigint, per bigint, price bigint) returns bigint as
  case when units < 0 then -1 else 1 end
    * (whole_part(abs(units), per) * price
      + whole_part(abs(units) % per * price + whole_part(per, 2), per));
