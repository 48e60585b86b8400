// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.desist.error.DesistException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EValueTest {
  /** The two worked examples of the paper, and their mirror images. */
  @ParameterizedTest
  @CsvSource({"3.9, 7.26", "0.256410256, 7.26", "0.8, 1.81", "1.25, 1.81", "1, 1"})
  void ofARiskRatio(double ratio, double expected) {
    assertThat(EValue.of(ratio)).isCloseTo(expected, within(0.005));
  }

  /** Breast feeding and death of infants in the paper: 3.9 (1.8 to 8.7) gives 7.26 and 3.0. */
  @ParameterizedTest
  @CsvSource({"1.8, 8.7, 3.0", "0.115, 0.5556, 3.0", "0.9, 2.5, 1", "0.4, 1, 1", "1, 2, 1"})
  void ofTheLimitNearerToOne(double lower, double upper, double expected) {
    assertThat(EValue.ofLimit(new Interval(lower, upper))).isCloseTo(expected, within(0.01));
  }

  /** 15 of 100 against 30 of 100: sqrt(0.85 / 15 + 0.7 / 30) = 0.28284, 0.5 exp(+/- 0.55436). */
  @Test
  void ofTwoRates() {
    EValue value = EValue.of(0.15, 100, 0.30, 100);

    assertThat(value.riskRatio()).isCloseTo(0.5, within(1e-12));
    assertThat(value.interval().lower()).isCloseTo(0.28722, within(5e-5));
    assertThat(value.interval().upper()).isCloseTo(0.87042, within(5e-5));
    assertThat(value.value()).isCloseTo(3.4142, within(5e-5));
    assertThat(value.limitValue()).isCloseTo(1.5621, within(5e-4));
  }

  @Test
  void aRateOfNoughtHasNone() {
    assertThatThrownBy(() -> EValue.of(0, 100, 0.30, 100))
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot form a risk ratio of rates 0.0 and 0.3 among 100.0 and 100.0: all four must be"
                + " above 0. Leave the E-value out.");
  }
}
