// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.desist.comparison.Interval;
import org.junit.jupiter.api.Test;

class AnswerRoundingTest {
  @Test
  void countsGoToTheNearestFive() {
    assertThat(AnswerRounding.count(0)).isZero();
    assertThat(AnswerRounding.count(12)).isEqualTo(10);
    assertThat(AnswerRounding.count(13)).isEqualTo(15);
    assertThat(AnswerRounding.count(1388)).isEqualTo(1390);
  }

  @Test
  void aRateGoesToATenthOfAPointAndItsWordsFollow() {
    OutcomeResult rate = rate(0.29449, 0.3561, new Interval(-0.10432, -0.01987), 0.00412);
    OutcomeResult told = AnswerRounding.result(rate);

    assertThat(told.treated()).isEqualTo(0.294);
    assertThat(told.comparison()).isEqualTo(0.356);
    assertThat(told.difference()).isEqualTo(-0.062);
    assertThat(told.interval()).isEqualTo(new Interval(-0.104, -0.02));
    assertThat(told.treatedPeople()).isEqualTo(1390);
    assertThat(told.effectiveComparison()).isEqualTo(3455);
    assertThat(told.pValue()).isEqualTo(0.004);
    assertThat(told.isSignificant()).isTrue();
    assertThat(told.words()).isEqualTo(OutcomeWords.of(told)).contains("between 2 and 10 people");
  }

  /** What is significant must not come to include no difference. */
  @Test
  void aLimitThatIsNotNoughtStaysOnItsSide() {
    OutcomeResult told =
        AnswerRounding.result(rate(0.29, 0.35, new Interval(-0.12, -0.0002), 0.049));
    assertThat(told.interval()).isEqualTo(new Interval(-0.12, -0.001));
  }

  @Test
  void whatIsNotKnownStaysSo() {
    OutcomeResult told =
        AnswerRounding.result(rate(Double.NaN, 0.35, new Interval(Double.NaN, Double.NaN), 0.5));
    assertThat(told.treated()).isNaN();
    assertThat(told.interval().lower()).isNaN();
  }

  private static OutcomeResult rate(
      double treated, double comparison, Interval interval, double pValue) {
    return new OutcomeResult(
        "all",
        "all",
        "rate",
        "one-year reoffending rate",
        OutcomeResult.Kind.RATE,
        OutcomeResult.Status.TESTED,
        1388,
        8524,
        3453.2,
        treated,
        new Interval(0.27, 0.319),
        comparison,
        new Interval(0.3401, 0.3722),
        treated - comparison,
        interval,
        pValue,
        Double.NaN,
        true,
        null,
        "");
  }
}
