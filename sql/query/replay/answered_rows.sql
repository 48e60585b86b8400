-- How many of the rows that are answered had been read as good: others put them in quarantine.
select count(*) as n from old_{resource} semi join answered_{resource} using (row_no)
