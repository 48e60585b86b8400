// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IntervalsTest {
  @Test
  void ratesAgreeWithKnownValues() {
    for (Map<String, String> row : Golden.rows("intervals/ci_one_proportion.csv")) {
      int hits = Integer.parseInt(row.get("k"));
      int trials = Integer.parseInt(row.get("n"));
      double rate = (double) hits / trials;
      same(row, "wald_lo", "wald_hi", Intervals.wald(rate, trials));
      same(row, "wilson_lo", "wilson_hi", Intervals.wilson(rate, trials));
      same(row, "clopper_lo", "clopper_hi", Intervals.clopperPearson(hits, trials));
    }
  }

  @Test
  void frequenciesAgreeWithKnownValues() {
    for (Map<String, String> row : Golden.rows("intervals/ci_frequency_poisson.csv")) {
      same(
          row,
          "lo",
          "hi",
          Intervals.frequency(
              Long.parseLong(row.get("events")), Double.parseDouble(row.get("persons"))));
    }
  }

  @Test
  void twoRatesAgreeWithKnownValues() {
    for (Map<String, String> row : Golden.rows("intervals/ci_two_proportions.csv")) {
      TwoProportions actual =
          TwoProportions.of(count(row, "k1"), count(row, "n1"), count(row, "k2"), count(row, "n2"));
      assertThat(actual.difference()).isCloseTo(Double.parseDouble(row.get("diff")), within(1e-12));
      same(row, "ci_lo", "ci_hi", actual.interval());
      double expected = Double.parseDouble(row.get("p_z_pooled"));
      assertThat(actual.pValue()).isCloseTo(expected, within(1e-9 * expected));
    }
  }

  private static long count(Map<String, String> row, String column) {
    return (long) Double.parseDouble(row.get(column));
  }

  @Test
  void theNationalRateHasItsWilsonInterval() {
    // 93,413 of 331,356, by R's prop.test without correction.
    Interval interval = Intervals.wilson(93_413 / 331_356d, 331_356);

    assertThat(interval.lower()).isCloseTo(0.280381878091802, within(1e-12));
    assertThat(interval.upper()).isCloseTo(0.283445774155668, within(1e-12));
  }

  @Test
  void smallNumbersStayWithinTheirRange() {
    assertThat(Intervals.wilson(0, 30).lower()).isZero();
    assertThat(Intervals.wilson(1, 30).upper()).isCloseTo(1, within(1e-15)).isLessThanOrEqualTo(1);
    assertThat(Intervals.clopperPearson(0, 1)).isEqualTo(new Interval(0, 0.975));
    assertThat(Intervals.frequency(0, 10).upper()).isCloseTo(0.368887945411394, within(1e-12));
    assertThat(Intervals.mean(3, 0, 1).lower()).isNaN();
  }

  private static void same(Map<String, String> row, String lower, String upper, Interval actual) {
    assertThat(actual.lower())
        .as("%s of %s", lower, row)
        .isCloseTo(Double.parseDouble(row.get(lower)), within(1e-9));
    assertThat(actual.upper())
        .as("%s of %s", upper, row)
        .isCloseTo(Double.parseDouble(row.get(upper)), within(1e-9));
  }
}
