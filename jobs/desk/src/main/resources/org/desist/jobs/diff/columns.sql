-- Names of the columns that a mart has on both sides: an older version may lack one.
select column_name from (describe before_mart)
intersect
select column_name from (describe after_mart)
order by column_name
