// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IntervalTest {
  @Test
  void ratesAgreeWithKnownValues() {
    for (Map<String, String> row : Golden.rows("intervals/ci_one_proportion.csv")) {
      int hits = Integer.parseInt(row.get("k"));
      int trials = Integer.parseInt(row.get("n"));
      double rate = (double) hits / trials;
      same(row, "wilson_lo", "wilson_hi", Interval.wilson(rate, trials));
    }
  }

  @Test
  void theNationalRateHasItsWilsonInterval() {
    // 93,413 of 331,356, by R's prop.test without correction.
    Interval interval = Interval.wilson(93_413 / 331_356d, 331_356);

    assertThat(interval.lower()).isCloseTo(0.280381878091802, within(1e-12));
    assertThat(interval.upper()).isCloseTo(0.283445774155668, within(1e-12));
  }

  @Test
  void smallNumbersStayWithinTheirRange() {
    assertThat(Interval.wilson(0, 30).lower()).isZero();
    assertThat(Interval.wilson(1, 30).upper()).isCloseTo(1, within(1e-15)).isLessThanOrEqualTo(1);
    assertThat(Interval.student(3, 0, 1).lower()).isNaN();
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
