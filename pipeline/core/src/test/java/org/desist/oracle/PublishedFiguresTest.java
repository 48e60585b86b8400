// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the ministry and others have published fixes the arithmetic and the rounding. */
class PublishedFiguresTest {
  @Test
  void nationalRatesAndFrequenciesFollowFromTheCounts() {
    List<Map<String, String>> years = Csv.resource("golden/national_annual.csv");
    assertThat(years).hasSize(12);
    for (Map<String, String> year : years) {
      assertThat(ratio(year, "reoffenders", "offenders", 100, 1))
          .isEqualTo(year.get("reoffending_rate_percent"));
      assertThat(ratio(year, "reoffences", "reoffenders", 1, 2))
          .isEqualTo(year.get("reoffences_per_reoffender"));
    }
  }

  @Test
  void offenceGroupsAddUpToTheNationalCounts() {
    List<Map<String, String>> groups = Csv.resource("golden/index_offence_group_2023_24.csv");
    assertThat(groups).hasSize(13);
    assertThat(groups.stream().mapToInt(group -> Integer.parseInt(group.get("offenders"))).sum())
        .isEqualTo(331_356);
    assertThat(groups.stream().mapToInt(group -> Integer.parseInt(group.get("reoffenders"))).sum())
        .isEqualTo(93_413);
    for (Map<String, String> group : groups) {
      assertThat(ratio(group, "reoffenders", "offenders", 100, 1))
          .isEqualTo(group.get("reoffending_rate_percent"));
    }
  }

  @Test
  void theReferenceTableHasThePublishedOffenceGroups() {
    assertThat(Reference.rows("offence").stream().map(row -> row.get("offence_group")))
        .hasSameElementsAs(
            Csv.resource("golden/index_offence_group_2023_24.csv").stream()
                .map(row -> row.get("offence_group"))
                .toList());
  }

  @Test
  void headlineDifferencesFollowFromTheirParts() {
    BigDecimal treated = headline("Peterborough", "reconvictions_treated_per_100");
    BigDecimal control = headline("Peterborough", "reconvictions_control_per_100");
    BigDecimal fall =
        control.subtract(treated).movePointRight(2).divide(control, 1, RoundingMode.HALF_UP);
    assertThat(fall).isEqualByComparingTo(headline("Peterborough", "reduction_percent"));
    assertThat(
            headline("C02", "binary_rate_percent")
                .subtract(headline("C02", "baseline_binary_rate_percent")))
        .isEqualByComparingTo(headline("C02", "difference_from_baseline_pp"));
  }

  @Test
  void wilsonLimitsAreThoseOfR() {
    List<Map<String, String>> intervals = Csv.resource("golden/wilson_intervals.csv");
    assertThat(intervals).hasSize(24);
    for (Map<String, String> interval : intervals) {
      Wilson wilson =
          Wilson.of(Integer.parseInt(interval.get("k")), Integer.parseInt(interval.get("n")));
      assertThat(wilson.lower())
          .isCloseTo(Double.parseDouble(interval.get("wilson_lo")), within(1e-13))
          .isBetween(0.0, 1.0);
      assertThat(wilson.upper())
          .isCloseTo(Double.parseDouble(interval.get("wilson_hi")), within(1e-13))
          .isBetween(0.0, 1.0);
    }
  }

  private static String ratio(
      Map<String, String> row, String part, String whole, int times, int places) {
    return new BigDecimal(row.get(part))
        .multiply(BigDecimal.valueOf(times))
        .divide(new BigDecimal(row.get(whole)), places, RoundingMode.HALF_UP)
        .toString();
  }

  private static BigDecimal headline(String entity, String measure) {
    return Csv.resource("golden/headline_results.csv").stream()
        .filter(
            row -> row.get("entity").equals(entity) || row.get("topic").equalsIgnoreCase(entity))
        .filter(row -> row.get("measure").equals(measure))
        .map(row -> new BigDecimal(row.get("value")))
        .findFirst()
        .orElseThrow();
  }
}
