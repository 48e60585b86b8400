-- Checks of guards as they were written.
select
    guard, subject, measure, value, reference, distance, soft, hard, outcome, versions, against, words,
    reason
from read_guard
order by guard, subject, measure
