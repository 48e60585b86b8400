// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.desist.error.DesistException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTest {
  /** Put back into the formula by hand, z(0.975) + z(0.8) = 2.801585. */
  @ParameterizedTest
  @CsvSource({"60, 5000, 0.45", "300, 250.5, 0.3", "1000, 1000, 0.5", "30000, 30000, 0.01"})
  void theSmallestFallIsTheOneWithThatPower(double treated, double comparison, double rate) {
    double fall = SampleSize.smallestFall(treated, comparison, rate).orElseThrow();

    double left = rate - fall;
    assertThat(fall)
        .isCloseTo(
            2.801585 * Math.sqrt(left * (1 - left) / treated + rate * (1 - rate) / comparison),
            within(1e-6));
  }

  /** The rate of 80% is not taken from the formula, but counted. */
  @Test
  void fourOfFiveDrawsFindIt() {
    int treated = 400;
    int comparison = 900;
    double fall = SampleSize.smallestFall(treated, comparison, 0.4).orElseThrow();
    Random random = new Random(4);
    int found = 0;
    for (int draw = 0; draw < 4000; draw++) {
      double own = rate(random, treated, 0.4 - fall);
      double other = rate(random, comparison, 0.4);
      double error = Math.sqrt(own * (1 - own) / treated + other * (1 - other) / comparison);
      found += Math.abs(own - other) > 1.959964 * error ? 1 : 0;
    }

    assertThat(found / 4000d).isCloseTo(0.8, within(0.02));
  }

  private static double rate(Random random, int people, double chance) {
    return (double) random.doubles(people).filter(value -> value < chance).count() / people;
  }

  @Test
  void aFallThatNobodyCouldSeeIsNone() {
    assertThat(SampleSize.smallestFall(10, 10, 0.1)).isEmpty();
    assertThatThrownBy(() -> SampleSize.smallestFall(0, 10, 0.1))
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot tell what 0.0 against 10.0 people at a rate of 0.1 would show. Give two sizes"
                + " above 0 and a rate from 0 to 1.");
  }

  /** 72 people, 12 points lower with a standard error of 8: 72 (1.959964 x 8 / 12)^2 = 122.9. */
  @Test
  void peopleNeeded() {
    assertThat(SampleSize.needed(72, -0.12, 0.08)).hasValue(123);
    assertThat(SampleSize.needed(72, 0.12, 0.08)).hasValue(123);
    assertThat(SampleSize.needed(72, -0.12, 0.05)).hasValue(49);
    assertThat(SampleSize.needed(72, 0, 0.08)).isEmpty();
    assertThat(SampleSize.needed(72, Double.NaN, 0.08)).isEmpty();
    assertThat(SampleSize.needed(72, 0.1, Double.NaN)).isEmpty();
  }
}
