-- table: previous_custody
-- grain: one row per index event of the request with a custodial sentence before it
-- reads: comparison_index, sanction
-- why: METHOD 8.4: how often somebody had been sentenced to custody before
select
    i.person_no,
    i.index_date,
    count(*) as previous_custody
from comparison_index as i
inner join sanction as s on i.event_no = s.event_no
inner join sanction as h on i.person_no = h.person_no
where h.disposal = 'CUSTODY' and h.event_date < s.event_date
group by i.person_no, i.index_date
