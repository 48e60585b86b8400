-- Rows added, removed and equal of a mart whose rows no key tells apart: as multisets, by the columns that both sides have.
with added as (select {columns} from after_mart except all select {columns} from before_mart),

removed as (select {columns} from before_mart except all select {columns} from after_mart)

select
    (select count(*) from added) as added,
    (select count(*) from removed) as removed,
    0 as changed,
    (select count(*) from after_mart) - (select count(*) from added) as same
