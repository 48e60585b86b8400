-- grain: resource. Rows in quarantine; a row is counted once whatever the number of its reasons.
select
    resource,
    count(distinct (file, line)) as rows
from restricted.quarantine
where level = 'row'
group by resource
order by resource
