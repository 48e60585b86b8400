-- table: id_conflict
-- kind: view
-- grain: one row per resource with the number of records whose PNC id belongs to somebody else
-- reads: identity_record
-- why: METHOD 14: neither surname nor date of birth agrees: the id is wrong, or the record is
select resource, count(*) as n
from identity_record
where id_person_no is not null and not is_agreed
group by resource
