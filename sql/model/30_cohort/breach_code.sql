-- table: breach_code
-- kind: view
-- grain: one row per offence code that is a breach and never counts
-- reads: ref_offence, method_breach
-- why: METHOD 1: the reference list, as the method file amends it
select ho_code
from ref_offence
where is_breach
    and ho_code not in (select ho_code from method_breach where not is_breach)
union
select ho_code from method_breach where is_breach
