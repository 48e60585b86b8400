-- The person a key stands for inside a run.
select person_no
from person
inner join explain_key using (person_key)
