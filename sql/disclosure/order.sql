-- table: attack_order
-- why: a part of the same people is at most all of them, and who reoffended by a month has done so by the
--      next
select whole.id as whole, part.id as part
from attack_cell as part
inner join attack_follows as follows on part.quantity = follows.part
inner join attack_cell as whole
    on whole.cell_hash = hash(
        hash(follows.whole, part.cohort_window, part.cohort_start), part.placed, part.divided
    )
