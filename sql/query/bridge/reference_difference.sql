-- How many rows of a reference table only one of the two runs had. {table} is a name out of the
-- contract.
with earlier_only as (
    select * from earlier_{table}
    except
    select * from later_{table}
),

later_only as (
    select * from later_{table}
    except
    select * from earlier_{table}
)

select (select count(*) from earlier_only) + (select count(*) from later_only) as n
