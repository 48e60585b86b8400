// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.desist.publish.MartContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of any snapshot in the marts that give rates their yardsticks, and in everything that
 * is published, asked of a generated one.
 */
class YardstickInvariantTest extends GeneratedMarts {
  private static final Set<String> COUNTED =
      Set.of("people", "offences", "events", "cases", "interventions");

  private static final List<String> RATES =
      List.of(
          "mean_previous_offences",
          "reoffending_rate",
          "rate_lower",
          "rate_upper",
          "reoffences_per_reoffender",
          "reoffences_per_offender",
          "reoffence_events_per_offender",
          "observed_rate",
          "adjusted_rate",
          "observed_frequency",
          "expected_rate",
          "share_reoffended",
          "relative_rate",
          "adjusted_relative_rate",
          "interim_rate",
          "projected_rate",
          "completion");

  /** Known on the index date, or said of earlier cohorts. */
  private static final Set<String> NOT_OF_THE_FOLLOW_UP =
      Set.of("mean_previous_offences", "expected_rate", "projected_rate", "completion");

  /** Published marts that withhold counts and rates, as their contract says. */
  static Stream<MartContract.Mart> withheld() {
    return MartContract.read().ofVersions().stream()
        .filter(mart -> mart.path().startsWith("published/"))
        .filter(mart -> names(mart).containsAll(List.of("count_status", "rate_status")));
  }

  private static List<String> names(MartContract.Mart mart) {
    return mart.columns().stream().map(MartContract.Column::name).toList();
  }

  @ParameterizedTest
  @MethodSource("withheld")
  void noSmallCountAndNoRateOfFewPeopleIsPublished(MartContract.Mart published) {
    String mart = "published_" + published.table();
    List<String> columns = names(published);
    for (MartContract.Column count : published.columns()) {
      if (count.type().equals("integer") && COUNTED.contains(count.unit())) {
        none("select * from %s where %s between 1 and 9".formatted(mart, count.name()));
        // A baseline without an area has no count of its people, whatever the cohort's counts are.
        none(
            "select * from %s where %s is null and count_status <> 'suppressed'%s"
                .formatted(
                    mart,
                    count.name(),
                    count.name().startsWith("baseline_") ? " and baseline_rate is not null" : ""));
      }
    }
    for (String rate : RATES) {
      if (columns.contains(rate) && columns.contains("offenders")) {
        none(
            "select * from %s where %s is not null and (offenders is null or offenders < 30)"
                .formatted(mart, rate));
      }
    }
    if (columns.contains("offenders")) {
      none(
          "select * from %s where rate_status = 'ok' and (offenders < 30 or reoffenders is null)"
              .formatted(mart));
    }
  }

  @ParameterizedTest
  @MethodSource("withheld")
  void noRateOfAnIncompleteCohortIsPublished(MartContract.Mart published) {
    List<String> columns = names(published);
    if (!columns.contains("cohort_status") || published.table().equals("time_to_reoffence")) {
      return;
    }
    String observed =
        columns.stream()
            .filter(column -> RATES.contains(column) && !NOT_OF_THE_FOLLOW_UP.contains(column))
            .collect(Collectors.joining(", "));
    none(
        """
        select *
        from published_%s
        where cohort_status = 'incomplete'
            and (rate_status <> 'not_yet_observed' or coalesce(%s, null) is not null)
        """
            .formatted(published.table(), observed));
  }

  @Test
  void onlyWhatIsFinalHasAnOutcomeAndTheRestSaysWhy() {
    for (String mart : List.of("baseline_comparison", "published_baseline_comparison")) {
      none(
          """
          select *
          from %s
          where (cohort_status = 'final') <> (result = 'final')
              or (cohort_status <> 'final') <> coalesce(reason = 'INTERIM', false)
              or (outcome is null) <> (reason is not null)
          """
              .formatted(mart));
    }
    none(
        """
        select *
        from published_local_adult_reoffending
        where (period_status = 'final') <> (result = 'final')
            or (period_status <> 'final' and outcome is not null)
        """);
    assertThat(
            marts()
                .rows("select distinct result from published_baseline_comparison order by result"))
        .extracting(row -> row.get("result"))
        .containsExactly("INTERIM", "final");
  }

  @Test
  void whatABaselineIsFrozenFromIsWhatTheRatesAreMadeOf() {
    none(
        """
        with kept as (
            select *
            from baseline_cell
            where geography_type <> 'contract_area'
        ),

        rated as (
            select *
            from reoffending_rate
            where geography_type in (select geography_type from kept)
                and breakdown in ('total', 'adult_juvenile')
        )
        select *
        from kept as k
        full join rated as r
            using (cohort_window, cohort_start, geography_type, geography_code, breakdown, category)
        where k.offenders is distinct from r.offenders
            or k.reoffenders is distinct from r.reoffenders
            or k.reoffences is distinct from r.reoffences
            or abs(k.one_year_billionths / nullif(k.scored, 0) / 1e9 - r.expected_rate) > 1e-12
        """);
  }

  @Test
  void contractAreasHoldAdultsUnderSupervisionOrOfShortSentencesBeforeItAndNobodyTwice() {
    none(
        """
        with placed as (
            select cohort_window, cohort_start, sum(offenders) as offenders, count(*) as areas
            from baseline_cell
            where geography_type = 'contract_area'
            group by all
        ),

        supervised as (
            select cohort_window, cohort_start, count(*) as offenders,
                count(*) filter (where provider_type = 'CRC') as with_companies
            from cohort_member
            where adult_juvenile = 'adult'
                and (
                    provider_type in ('CRC', 'TRUST')
                        or (
                            provider = 'NONE'
                                and sentence_length_band
                                    in ('up to 6 months', 'over 6 to under 12 months')
                                and index_date < date '2015-02-01'
                        )
                )
            group by all
        )
        select *
        from placed as p
        left join supervised as s using (cohort_window, cohort_start)
        where p.areas <> 21
            or p.offenders > coalesce(s.offenders, 0)
            or p.offenders < coalesce(s.with_companies, 0)
        """);
  }

  @Test
  void segmentsAreTheMembersOfTheirRegionAndRisk() {
    none(
        """
        with counted as (
            select cohort_window, cohort_start, 'region' as geography_type,
                region as geography_code, segment, ogrs_band, count(*) as offenders,
                count(*) filter (where reoffended) as reoffenders, sum(reoffences) as reoffences
            from cohort_member
            group by all
            union all
            select cohort_window, cohort_start, 'national', 'EW', segment, ogrs_band, count(*),
                count(*) filter (where reoffended), sum(reoffences)
            from cohort_member
            group by all
        )
        select *
        from counted as c
        full join published_segment_profile as p
            using (cohort_window, cohort_start, geography_type, geography_code, segment, ogrs_band)
        where c.offenders is null or p.count_status is null
            or c.offenders <> p.offenders or c.reoffenders <> p.reoffenders
            or c.reoffences <> p.reoffences
        """);
  }

  @Test
  void aRelativeRateIsThatOfTwoShownRates() {
    none(
        """
        select *
        from published_disparity as d
        inner join published_reoffending_rate as g
            using (cohort_window, cohort_start, geography_type, geography_code, breakdown, category)
        inner join published_reoffending_rate as r
            on d.cohort_window = r.cohort_window and d.cohort_start = r.cohort_start
                and d.geography_type = r.geography_type and d.geography_code = r.geography_code
                and d.breakdown = r.breakdown and d.reference_category = r.category
        where d.reoffending_rate is distinct from g.reoffending_rate
            or (d.relative_status = 'ok')
                <> (g.reoffenders > 0 and r.reoffenders > 0 and g.rate_status = 'ok'
                    and r.rate_status = 'ok' and d.category <> d.reference_category)
            or abs(d.relative_rate * r.reoffending_rate - g.reoffending_rate) > 1e-12
            or abs(d.adjusted_relative_rate * r.reoffending_rate / r.expected_rate
                - g.reoffending_rate / g.expected_rate) > 1e-12
            or d.relative_rate not between d.relative_rate_lower and d.relative_rate_upper
            or d.adjusted_relative_rate not between d.adjusted_lower and d.adjusted_upper
        """);
  }

  @Test
  void everyQuarterThatIsNotFinalAndNoOtherHasItsInterimFigures() {
    none(
        """
        with interim as (
            select *
            from published_reoffending_rate
            where cohort_window = 'quarter' and cohort_status <> 'final' and breakdown = 'total'
                and geography_type in ('national', 'region', 'provider')
        )
        select *
        from interim as r
        full join published_projection as p
            using (cohort_window, cohort_start, geography_type, geography_code)
        where r.cohort_end is null or p.cohort_end is null
            or r.reoffending_rate is distinct from p.interim_rate
            or r.reoffenders is distinct from p.reoffenders
            or r.share_observed is distinct from p.share_observed
            or (p.projection_status = 'ok') <> (p.projected_rate is not null)
            or p.projected_rate < p.interim_rate - 1e-12
        """);
  }

  @Test
  void theCurveIsWhatWasProvenByEachMonth() {
    assertThat(marts().rows("select count(*) as months from published_completion_curve"))
        .containsExactly(java.util.Map.of("months", 22L));
    none(
        """
        with proven as (
            select c.month, count(*) as reoffences,
                count(distinct (r.person_key, r.cohort_start)) as reoffenders
            from published_completion_curve as c
            inner join reoffence as r
                on r.cohort_window = 'quarter'
                    and r.cohort_start between c.cohort_from and c.cohort_to
                    and r.event_date
                        <= r.cohort_start + interval 3 month - interval 1 day
                            + to_months(cast(c.month as int))
            group by c.month
        )
        select *
        from published_completion_curve as c
        left join proven as p using (month)
        where c.reoffenders <> coalesce(p.reoffenders, 0)
            or c.reoffences <> coalesce(p.reoffences, 0)
            or (c.month = 21 and (c.completion <> 1 or c.reoffence_completion <> 1))
        """);
  }
}
