// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.desist.answer.Answer.Curve;
import org.junit.jupiter.api.Test;

class WeeklyCurveTest {
  @Test
  void itRisesInStepsOfTenPeople() {
    Curve curve = curve(12, 3, 5, 10, 5, 17, 10, 365);

    assertThat(curve.treated()).hasSize(53);
    assertThat(curve.treated().get(0)).isZero();
    assertThat(share(curve, 1)).isEqualTo(0.12);
    assertThat(share(curve, 2)).isEqualTo(0.12);
    assertThat(share(curve, 3)).isEqualTo(0.22);
    assertThat(share(curve, 51)).isEqualTo(0.22);
    assertThat(curve.treated().get(52)).isCloseTo(0.32, within(1e-12));
    assertThat(curve.comparison()).containsOnly(0.0);
  }

  @Test
  void theLastFewAreNotToldByTheRateOfTheYear() {
    // The rate is 25 of 100: were the curve to end at 22, three people would have reoffended late.
    Curve curve = curve(12, 3, 10, 17, 3, 300);

    assertThat(share(curve, 3)).isEqualTo(0.12);
    assertThat(share(curve, 51)).isEqualTo(0.12);
    assertThat(curve.treated().get(52)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void fewReoffendersMakeNoCurve() {
    assertThat(curve(9, 30).treated()).containsOnly(0.0);
  }

  private static double share(Curve curve, int week) {
    return Math.round(curve.treated().get(week) * 1e9) / 1e9;
  }

  /** Of a hundred participants, numbers of people and their days in turn; of the others nobody. */
  private static Curve curve(int... peopleAndDays) {
    Units units = new PersonUnits().treated(100).pool(100).units();
    double[] days = new double[200];
    Arrays.fill(days, Double.NaN);
    int unit = 0;
    for (int i = 0; i < peopleAndDays.length; i += 2) {
      for (int n = 0; n < peopleAndDays[i]; n++) {
        days[unit++] = peopleAndDays[i + 1];
      }
    }
    return WeeklyCurve.of(PersonUnits.matched(units), days, 10);
  }
}
