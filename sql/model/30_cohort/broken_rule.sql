-- table: broken_rule
-- kind: view
-- grain: one row per entry event of a known person that is not usable, and rule that it breaks
-- reads: entry_event, pnc_person, method
-- why: METHOD 2: an entry event leaves by the first reason that applies; here are all that apply
with unusable as (
    select
        entry_event.person_no,
        entry_event.index_date,
        entry_event.event_no is null as has_no_offence,
        person.date_of_birth is null as has_no_birth,
        coalesce(entry_event.age_at_index < method.minimum_age, false) as is_too_young,
        coalesce(person.date_of_death < entry_event.index_date, false) as is_dead
    from entry_event
    cross join method
    inner join pnc_person as person on entry_event.person_no = person.person_no
    where entry_event.exclusion is not null
),

counted as (
    select
        *,
        cast(has_no_offence as int) + cast(has_no_birth as int) + cast(is_too_young as int)
            + cast(is_dead as int) as rules
    from unusable
)

select person_no, index_date, rules, 'NO_INDEX_OFFENCE' as rule from counted where has_no_offence
union all
select person_no, index_date, rules, 'NO_BIRTH_DATE' as rule from counted where has_no_birth
union all
select person_no, index_date, rules, 'UNDER_10' as rule from counted where is_too_young
union all
select person_no, index_date, rules, 'DIED_BEFORE_INDEX' as rule from counted where is_dead
