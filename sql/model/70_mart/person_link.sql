-- table: person_link
-- mart: restricted
-- grain: one row per accepted release or case
-- reads: record_link, person
-- why: METHOD 14: which rule linked a record to a person key, or UNLINKED
select
    record_link.resource,
    record_link.record_id,
    person.person_key,
    record_link.link_rule
from record_link
left join person on record_link.person_no = person.person_no
