-- table: case_month
-- grain: one row per case and whole calendar month of supervision that the appointments cover
-- reads: supervised_case, caseload_quarter, contact, method_face_to_face
-- why: METHOD 10: somebody is to be met in each of them. The appointments cover what follows the first of
--      them; without any there is nothing to say
with covered as (
    select min(contact_date) as first_contact from contact
),

month as (
    select
        caseload_quarter.quarter_start,
        caseload_quarter.quarter_end,
        add_months(caseload_quarter.quarter_start, step.months) as month_start,
        add_days(add_months(caseload_quarter.quarter_start, step.months + 1), -1) as month_end
    from caseload_quarter
    cross join (
        select 0 as months union all select 1 as months union all select 2 as months
    ) as step
),

due as (
    select
        month.quarter_start,
        month.quarter_end,
        month.month_start,
        month.month_end,
        supervised_case.case_no
    from month
    inner join covered on month.month_start >= covered.first_contact
    inner join supervised_case
        on supervised_case.start_date <= month.month_start
            and coalesce(supervised_case.end_date, month.month_end) >= month.month_end
),

met as (
    select
        contact.case_no,
        contact.form,
        contact.is_kept,
        contact.officer_id,
        add_days(contact.contact_date, 1 - day(contact.contact_date)) as month_start,
        face_to_face.form is not null as is_face_to_face
    from contact
    left join method_face_to_face as face_to_face on contact.form = face_to_face.form
)

select
    due.case_no,
    due.quarter_start,
    due.quarter_end,
    due.month_start,
    cast(count(met.case_no) as bigint) as contacts,
    cast(count(*) filter (where met.is_kept) as bigint) as kept,
    cast(count(*) filter (where met.is_kept and met.is_face_to_face) as bigint) as face_to_face,
    cast(count(*) filter (where met.is_kept and met.form = 'HOME') as bigint) as home_visits,
    cast(count(*) filter (where met.is_kept and met.form = 'VIDEO') as bigint) as video,
    min(case when met.is_kept then met.officer_id end) as first_officer,
    max(case when met.is_kept then met.officer_id end) as last_officer,
    cast(count(met.officer_id) filter (where met.is_kept) as bigint) as with_officer
from due
left join met on due.case_no = met.case_no and due.month_start = met.month_start
group by due.case_no, due.quarter_start, due.quarter_end, due.month_start
