-- table: iom_overlap
-- kind: view
-- grain: one row per index event, criterion that it meets, and what is beside it
-- reads: iom_met
-- why: METHOD 10: everybody who meets a criterion, who meets no other, and who meets another too
with counted as (
    select
        person_no,
        index_date,
        name,
        count(*) over (partition by person_no, index_date) as criteria
    from iom_met
)

select person_no, index_date, name as criterion, 'ANY' as beside from counted
union all
select person_no, index_date, name, 'NOTHING' from counted where criteria = 1
union all
select one.person_no, one.index_date, one.name, other.name
from counted as one
inner join counted as other
    on one.person_no = other.person_no
        and one.index_date = other.index_date
        and one.name <> other.name
where one.criteria > 1
