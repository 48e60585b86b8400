-- table: scope_event
-- kind: view
-- grain: one row per index event that passes the request's filters, those of place apart
-- reads: index_event, sanction, person, request, request_value
-- why: METHOD 8.2 and 8.3: participants outside are out of scope, and others are not compared with
select
    i.person_no,
    i.index_date,
    index_category(i.entry_type, s.disposal) as index_category
from index_event as i
cross join request as r
inner join sanction as s on i.event_no = s.event_no
inner join person as p on i.person_no = p.person_no
left join request_value as c
    on c.filter = 'index_category' and c.allowed = index_category(i.entry_type, s.disposal)
left join request_value as g on g.filter = 'index_offence_group' and g.allowed = s.offence_group
left join request_value as x on x.filter = 'sex' and x.allowed = p.sex
where (c.allowed is not null or not r.has_index_category)
    and (g.allowed is not null or not r.has_index_offence_group)
    and (x.allowed is not null or not r.has_sex)
    and i.age_at_index between r.age_from and r.age_to
