// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds in the marts of any snapshot, asked of a generated one. Each question returns the rows
 * that break a rule.
 */
class InvariantTest extends GeneratedMarts {
  @Test
  void theWorldIsWorthAsking() {
    assertThat(
            marts()
                .rows(
                    """
                select
                    count(*) filter (where count_status = 'ok') > 500 as shown,
                    count(*) filter (where count_status = 'suppressed') > 500 as hidden,
                    count(*) filter (where rate_status = 'ok') > 500 as rates,
                    count(*) filter (where rate_status = 'suppressed') > 10 as hidden_rates,
                    count(distinct cohort_status) as statuses,
                    count(distinct geography_type) as places,
                    count(distinct breakdown) as breakdowns
                from published_reoffending_rate
                """))
        .containsExactly(
            java.util.Map.of(
                "shown", true,
                "hidden", true,
                "rates", true,
                "hidden_rates", true,
                "statuses", 3L,
                "places", 11L,
                "breakdowns", 11L));
  }

  @Test
  void partsSumToTheTotalOfTheirPlace() {
    none(
        """
        with part as (
            select cohort_window, cohort_start, geography_type, geography_code, breakdown,
                sum(offenders) as offenders, sum(reoffenders) as reoffenders,
                sum(reoffences) as reoffences,
                sum(mean_previous_offences * offenders) as previous_offences
            from reoffending_rate
            group by all
        ),
        total as (
            select *, mean_previous_offences * offenders as previous_offences
            from reoffending_rate
            where breakdown = 'total'
        ),
        wanted as (
            select t.*, b.breakdown as part
            from total as t
            cross join (select distinct breakdown from reoffending_rate) as b
            -- Not everybody was released; that part has its own question.
            where b.breakdown <> 'sentence_length_band'
        )
        select *
        from wanted as w
        left join part as p
            on w.cohort_window = p.cohort_window and w.cohort_start = p.cohort_start
                and w.geography_type = p.geography_type and w.geography_code = p.geography_code
                and w.part = p.breakdown
        where w.offenders is distinct from p.offenders
            or w.reoffenders is distinct from p.reoffenders
            or w.reoffences is distinct from p.reoffences
            or abs(w.previous_offences - p.previous_offences) > 1e-6
        """);
  }

  @Test
  void sentenceLengthsSumToThoseReleasedFromCustody() {
    none(
        """
        with length as (
            select cohort_window, cohort_start, geography_type, geography_code,
                sum(offenders) as offenders, sum(reoffences) as reoffences
            from reoffending_rate
            where breakdown = 'sentence_length_band'
            group by all
        ),
        custody as (
            select * from reoffending_rate
            where breakdown = 'index_category' and category = 'CUSTODY'
        )
        select *
        from length as l
        full join custody as c
            using (cohort_window, cohort_start, geography_type, geography_code)
        where l.offenders is distinct from c.offenders
            or l.reoffences is distinct from c.reoffences
        """);
  }

  @Test
  void placesSumToTheNation() {
    none(
        """
        with nation as (
            select n.*, t.geography_type as place
            from reoffending_rate as n
            cross join (select distinct geography_type from reoffending_rate) as t
            -- Only those who were released have a prison.
            where n.geography_type = 'national'
                and (t.geography_type not in ('prison', 'resettlement_area', 'prison_operator')
                    or (n.breakdown = 'index_category' and n.category = 'CUSTODY'))
        ),
        place as (
            select cohort_window, cohort_start, geography_type, breakdown, category,
                sum(offenders) as offenders, sum(reoffenders) as reoffenders,
                sum(reoffences) as reoffences
            from reoffending_rate
            group by all
        )
        select *
        from nation as n
        left join place as p
            on n.cohort_window = p.cohort_window and n.cohort_start = p.cohort_start
                and n.place = p.geography_type and n.breakdown = p.breakdown
                and n.category = p.category
        where n.offenders is distinct from p.offenders
            or n.reoffenders is distinct from p.reoffenders
            or n.reoffences is distinct from p.reoffences
        """);
  }

  @Test
  void fourQuartersAreTheSumOfTheirQuarters() {
    none(
        """
        with quarters as (
            select y.cohort_start, q.geography_type, q.geography_code, q.breakdown, q.category,
                sum(q.offenders) as offenders, sum(q.reoffenders) as reoffenders,
                sum(q.reoffences) as reoffences
            from (
                select distinct cohort_start from reoffending_rate
                where cohort_window = 'four_quarters' and cohort_start <= date '2020-01-01'
            ) as y
            inner join reoffending_rate as q
                on q.cohort_window = 'quarter'
                    and q.cohort_start >= y.cohort_start
                    and q.cohort_start < y.cohort_start + interval 1 year
            group by all
        ),
        sums as (
            select * from reoffending_rate
            where cohort_window = 'four_quarters' and cohort_start <= date '2020-01-01'
        )
        select *
        from sums as s
        full join quarters as q
            using (cohort_start, geography_type, geography_code, breakdown, category)
        where s.offenders is distinct from q.offenders
            or s.reoffenders is distinct from q.reoffenders
            or s.reoffences is distinct from q.reoffences
        """);
  }

  @Test
  void aYearHasNobodyTwiceAndNobodyWhoIsInNoneOfItsQuarters() {
    none(
        """
        select cohort_start, person_key, count(*)
        from cohort_member
        where cohort_window in ('quarter', 'year')
        group by cohort_window, cohort_start, person_key
        having count(*) > 1
        """);
    none(
        """
        select y.cohort_start, y.person_key, y.index_date
        from cohort_member as y
        anti join cohort_member as q
            on q.cohort_window = 'quarter' and y.person_key = q.person_key
                and y.index_date = q.index_date
        where y.cohort_window = 'year' and y.cohort_start <= date '2020-01-01'
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "offenders < 1",
        "persons not between offenders / 4.0 and offenders",
        "cohort_window <> 'four_quarters' and persons <> offenders",
        "reoffenders > offenders",
        "reoffenders > reoffences",
        "(reoffenders = 0) <> (reoffences = 0)",
        "(reoffenders = 0) <> (reoffences_per_reoffender is null)",
        "reoffending_rate <> reoffenders / offenders",
        "not rate_lower between 0 and reoffending_rate + 1e-12",
        "not rate_upper between reoffending_rate - 1e-12 and 1",
        "not share_observed between 0 and 1",
        "cohort_status = 'final' and share_observed <> 1",
        "not expected_rate between 0 and 1",
      })
  void noCellBreaksArithmetic(String condition) {
    none("select * from reoffending_rate where " + condition);
  }

  @Test
  void cellsCountTheMembersAndTheirReoffencesThatAreListed() {
    none(
        """
        with listed as (
            select cohort_window, cohort_start, person_key, index_date, count(*) as reoffences,
                min(days_to_reoffence) as days,
                count(*) filter (where custodial) as custodial_reoffences
            from reoffence
            group by all
        )
        select *
        from cohort_member as m
        full join listed as l using (cohort_window, cohort_start, person_key, index_date)
        where m.reoffences is distinct from coalesce(l.reoffences, 0)
            or m.reoffended is distinct from (l.reoffences is not null)
            or m.days_to_first_reoffence is distinct from l.days
            or m.custodial_reoffences is distinct from coalesce(l.custodial_reoffences, 0)
        """);
    none(
        """
        with member as (
            select cohort_window, cohort_start, region, sex, count(*) as offenders,
                count(distinct person_key) as persons,
                count(*) filter (where reoffended) as reoffenders, sum(reoffences) as reoffences
            from cohort_member
            group by all
        ),
        cell as (
            select cohort_window, cohort_start, geography_code as region, category as sex,
                offenders, persons, reoffenders, reoffences
            from reoffending_rate
            where geography_type = 'region' and breakdown = 'sex'
        )
        select *
        from member as m
        full join cell as c using (cohort_window, cohort_start, region, sex)
        where m.offenders is distinct from c.offenders
            or m.persons is distinct from c.persons
            or m.reoffenders is distinct from c.reoffenders
            or m.reoffences is distinct from c.reoffences
        """);
  }

  @Test
  void timeNeverTakesAReoffenderBackAndEndsAtTheRate() {
    none(
        """
        select *
        from published_time_to_reoffence as a
        inner join published_time_to_reoffence as b
            using (cohort_window, cohort_start, geography_type, geography_code, breakdown, category)
        where a.month < b.month
            and (a.reoffenders > b.reoffenders or a.share_reoffended > b.share_reoffended
                or a.offenders is distinct from b.offenders)
        """);
    none("select * from published_time_to_reoffence where month = 0 and reoffenders <> 0");
    none(
        """
        with timed as (
            select * from published_reoffending_rate
            where breakdown in ('total', 'index_category') and cohort_status <> 'incomplete'
        ),
        ending as (
            select * from published_time_to_reoffence where month = 12
        )
        select *
        from timed as r
        full join ending as t
            using (cohort_window, cohort_start, geography_type, geography_code, breakdown, category)
        where r.offenders is distinct from t.offenders
            or r.reoffenders is distinct from t.reoffenders
            or r.cohort_status is distinct from t.cohort_status
            or r.share_observed is distinct from t.share_observed
            -- A rate can be withheld for the number of reoffences as well.
            or (r.rate_status = 'ok' and r.reoffending_rate is distinct from t.share_reoffended)
            or (t.rate_status = 'too_few') <> (r.rate_status = 'too_few')
        """);
  }

  @Test
  void noMonthIsShownForWhichSomebodyHasNotBeenFollowed() {
    none(
        """
        with cohort as (
            select cohort_window, cohort_start, max(index_date) as last_index_date
            from cohort_member
            group by all
        ),
        shown as (
            select cohort_window, cohort_start, max(month) as month
            from published_time_to_reoffence
            group by all
        )
        select *
        from cohort as c
        left join shown as s using (cohort_window, cohort_start)
        cross join published_run
        where last_index_date + to_months(cast(s.month as int)) > snapshot
            or (s.month < 12 and last_index_date + to_months(cast(s.month + 1 as int)) <= snapshot)
            or (s.month is null and last_index_date <= snapshot)
        """);
  }

  @Test
  void theMatrixHoldsEveryListedReoffenceOfAShownPair() {
    none(
        """
        with listed as (
            select cohort_window, cohort_start, m.index_offence_group,
                r.offence_group as reoffence_offence_group, count(*) as reoffences,
                count(distinct (person_key, index_date)) as reoffenders
            from reoffence as r
            inner join cohort_member as m
                using (cohort_window, cohort_start, person_key, index_date)
            group by all
        )
        select *
        from listed as l
        full join published_reoffence_matrix as m
            using (cohort_window, cohort_start, index_offence_group, reoffence_offence_group)
        where l.reoffences is null or m.cohort_status is null
            or l.reoffences <> m.reoffences or l.reoffenders <> m.reoffenders
        """);
  }

  @Test
  void whatIsPublishedIsWhatIsRestrictedOrNothing() {
    none(
        """
        select *
        from reoffending_rate as r
        full join published_reoffending_rate as p
            using (cohort_window, cohort_start, geography_type, geography_code, breakdown, category)
        where r.offenders is null or p.count_status is null
            or p.offenders <> r.offenders or p.reoffenders <> r.reoffenders
            or p.reoffences <> r.reoffences or p.reoffending_rate <> r.reoffending_rate
            or p.reoffences_per_offender <> r.reoffences_per_offender
            or p.expected_rate <> r.expected_rate
            or (p.rate_status = 'ok' and p.reoffending_rate is null)
            or (p.rate_status <> 'ok' and (p.reoffending_rate is not null
                or p.rate_lower is not null or p.rate_upper is not null
                or p.reoffences_per_reoffender is not null
                or p.reoffences_per_offender is not null))
        """);
  }
}
