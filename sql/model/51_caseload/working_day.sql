-- table: working_day
-- grain: one row per day that a case was sentenced or allocated on, and the snapshot's
-- reads: supervised_case, ref_bank_holiday, method
-- why: METHOD 10: working days are Mondays to Fridays that are no bank holiday; the difference of
--      two days' numbers is how many lie between them
with day as (
    select sentence_date as counted_day from supervised_case where sentence_date is not null
    union
    select allocation_date from supervised_case where allocation_date is not null
    union
    select snapshot from method
)

select
    day.counted_day,
    cast(
        weekdays_until(add_days(day.counted_day, -1))
            - count(*) filter (where bank_holiday.holiday_date < day.counted_day) as int
    ) as working_days_before,
    cast(weekdays_until(day.counted_day) - count(bank_holiday.holiday_date) as int) as working_days
from day
left join ref_bank_holiday as bank_holiday on bank_holiday.holiday_date <= day.counted_day
group by day.counted_day
