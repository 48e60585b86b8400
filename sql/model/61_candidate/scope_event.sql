-- table: scope_event
-- kind: view
-- grain: one row per index event that passes the request's filters, those of place apart
-- reads: index_event, sanction, person, request, request_value
-- why: METHOD 8.2 and 8.3: participants outside are out of scope, and others are not compared with
select
    index_event.person_no,
    index_event.index_date,
    index_category(index_event.entry_type, sanction.disposal) as index_category
from index_event
cross join request
inner join sanction on index_event.event_no = sanction.event_no
inner join person on index_event.person_no = person.person_no
left join request_value as c
    on c.filter = 'index_category'
        and c.allowed = index_category(index_event.entry_type, sanction.disposal)
left join request_value as g
    on g.filter = 'index_offence_group' and g.allowed = sanction.offence_group
left join request_value as x on x.filter = 'sex' and x.allowed = person.sex
where (c.allowed is not null or not request.has_index_category)
    and (g.allowed is not null or not request.has_index_offence_group)
    and (x.allowed is not null or not request.has_sex)
    and index_event.age_at_index between request.age_from and request.age_to
