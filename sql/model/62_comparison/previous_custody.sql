-- table: previous_custody
-- grain: one row per index event of the request with a custodial sentence before it
-- reads: comparison_index, sanction
-- why: METHOD 8.4: how often somebody had been sentenced to custody before
select
    comparison_index.person_no,
    comparison_index.index_date,
    count(*) as previous_custody
from comparison_index
inner join sanction as s on comparison_index.event_no = s.event_no
inner join sanction as h on comparison_index.person_no = h.person_no
where h.disposal = 'CUSTODY' and h.event_date < s.event_date
group by comparison_index.person_no, comparison_index.index_date
