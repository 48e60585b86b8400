-- table: person_link
-- mart: restricted
-- grain: one row per accepted release or case
-- reads: record_link, person
-- why: which rule linked a record to a person key, or UNLINKED
select
    l.resource,
    l.record_id,
    p.person_key,
    l.link_rule
from record_link as l
left join person as p on l.person_no = p.person_no
