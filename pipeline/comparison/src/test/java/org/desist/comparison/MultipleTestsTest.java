// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected numbers are R's p.adjust. */
class MultipleTestsTest {
  private static final Offset<Double> CLOSE = within(1e-12);
  private static final double[] P = {0.04, 0.005, 0.13, 0.011, 0.02};

  @Test
  void holmMultipliesBySoManyAsAreLeftAndNeverFalls() {
    assertThat(MultipleTests.holm(P))
        .containsExactly(new double[] {0.08, 0.025, 0.13, 0.044, 0.06}, CLOSE);
    assertThat(MultipleTests.holm(0.01, 0.02, 0.03, 0.04))
        .containsExactly(new double[] {0.04, 0.06, 0.06, 0.06}, CLOSE);
  }

  @Test
  void benjaminiHochbergDividesByTheRankAndNeverFalls() {
    assertThat(MultipleTests.benjaminiHochberg(P))
        .containsExactly(new double[] {0.05, 0.025, 0.13, 0.0275, 0.1 / 3}, CLOSE);
    assertThat(MultipleTests.benjaminiHochberg(0.01, 0.02, 0.03, 0.04))
        .containsExactly(new double[] {0.04, 0.04, 0.04, 0.04}, CLOSE);
  }

  @Test
  void noTestIsNotCountedAndStays() {
    assertThat(MultipleTests.holm(Double.NaN, 0.02, 0.03))
        .containsExactly(new double[] {Double.NaN, 0.04, 0.04}, CLOSE);
    assertThat(MultipleTests.benjaminiHochberg(0.03, Double.NaN)).containsExactly(0.03, Double.NaN);
    assertThat(MultipleTests.holm()).isEmpty();
  }

  @Test
  void noneIsAboveOne() {
    assertThat(MultipleTests.holm(0.9, 0.8)).containsExactly(1, 1);
    assertThat(MultipleTests.benjaminiHochberg(0.9, 0.8)).containsExactly(0.9, 0.9);
  }
}
