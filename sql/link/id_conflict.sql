-- table: id_conflict
-- kind: view
-- grain: one row per resource with the number of records whose PNC id belongs to somebody else
-- reads: link_by_pnc_id
-- why: neither surname nor date of birth agrees: the id is wrong, or the record is
select resource, count(*) as n
from link_by_pnc_id
where not is_agreed
group by resource
