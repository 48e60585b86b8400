// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.data.Offset;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @ParameterizedTest
  @CsvSource({
    "lalonde, radius_cal02sd",
    "lalonde, radius_cal005_raw",
    "lalonde, nn1_norep_cal02",
    "lalonde, nn1_rep_cal02",
    "rossi, radius_cal02sd",
    "rossi, radius_cal005_raw",
    "rossi, nn1_norep_cal02",
    "rossi, nn1_rep_cal02"
  })
  void agreesWithStoredEffects(String name, String specification) {
    Golden golden = name.equals("rossi") ? Golden.ROSSI : Golden.LALONDE;
    double[] weights = Golden.values(golden.table(specification + "_weights"), "weight");

    Effect effect = Effect.of(golden.outcome(), golden.outcomes(), golden.treated(), weights);

    JsonNode expected = golden.expected().at("/specs/" + specification + "/effect");
    assertThat(effect.treatedUnits()).isEqualTo(expected.get("n_treated").asInt());
    assertThat(effect.comparisonUnits()).isEqualTo(expected.get("n_control").asInt());
    close(effect.effectiveComparison(), expected.get("ess_control"));
    close(effect.treatedValue(), expected.get("mean_treated"));
    close(effect.comparisonValue(), expected.get("mean_control"));
    close(effect.difference(), expected.get("difference"));
    close(effect.standardError(), expected.at("/se/welch_ess"));
    close(effect.degreesOfFreedom(), expected.get("welch_df"));
    close(effect.pValue(), expected.get("welch_p"));
    assertThat((effect.interval().lower() + effect.interval().upper()) / 2)
        .isCloseTo(effect.difference(), CLOSE);
  }

  private static void close(double actual, JsonNode expected) {
    assertThat(actual).isCloseTo(expected.asDouble(), within(1e-9 * (1 + Math.abs(actual))));
  }

  @Test
  void welchByHand() {
    // 1, 2, 3 (mean 2, variance 1) against 2, 4, 6, 8 (mean 5, variance 20/3): squared errors 1/3
    // and 5/3, so t = -3 / sqrt(2) with 4 / (1/18 + 25/27) = 4.0755 degrees.
    Effect effect = effect(1, 2, 3, 2, 4, 6, 8);

    assertThat(effect.difference()).isCloseTo(-3, CLOSE);
    assertThat(effect.standardError()).isCloseTo(Math.sqrt(2), CLOSE);
    assertThat(effect.degreesOfFreedom()).isCloseTo(4 / (1 / 18d + 25 / 27d), CLOSE);
    // The tables have 2.132 for 10% on 4 degrees and 2.015 on 5; t is 2.121.
    assertThat(effect.pValue()).isCloseTo(0.1, within(0.002));
    assertThat(effect.interval().hasOneSign()).isFalse();
    assertThat(effect.isSignificant()).isFalse();
  }

  @Test
  void intervalAndTestAgree() {
    Effect clear = effect(1, 2, 3, 12, 14, 16, 18);

    assertThat(clear.isSignificant()).isTrue();
    assertThat(clear.interval().hasOneSign()).isTrue();
    assertThat(clear.interval().upper()).isNegative();
  }

  @Test
  void theFallHasFiellersLimitsAndAgreesWithTheTest() {
    // As above: 2 with squared error 1/3 against 5 with 5/3. Fieller's limits are the ratios r at
    // which 2 - 5r is as many of its own errors from 0 as the quantile of the test.
    Effect effect = effect(1, 2, 3, 2, 4, 6, 8);
    double quantile = (effect.interval().upper() - effect.difference()) / effect.standardError();

    assertThat(effect.fallPercent()).isCloseTo(60, CLOSE);
    assertThat(effect.fallInterval().lower()).isNegative();
    assertThat(effect.fallInterval().upper()).isGreaterThan(60);
    for (double fall :
        new double[] {effect.fallInterval().lower(), effect.fallInterval().upper()}) {
      double ratio = 1 - fall / 100;
      assertThat(Math.abs(2 - 5 * ratio) / Math.sqrt(1 / 3d + ratio * ratio * 5 / 3))
          .isCloseTo(quantile, CLOSE);
    }
    assertThat(effect(1, 2, 3, 12, 14, 16, 18).fallInterval().hasOneSign()).isTrue();
  }

  @Test
  void aFallNeedsSomethingToFallFrom() {
    assertThat(effect(1, 2, 3, 0, 0, 0, 0).fallPercent()).isNaN();
    assertThat(effect(1, 2, 3, -2, -4, -6, -8).fallPercent()).isNaN();
    // The comparison value is 0.25, and its error as large: nearly any ratio would do.
    assertThat(effect(1, 2, 3, 0, 0, 0, 1).fallPercent()).isCloseTo(-700, CLOSE);
    assertThat(effect(1, 2, 3, 0, 0, 0, 1).fallInterval().lower()).isNaN();
  }

  @Test
  void aRateHasWilsonIntervalsAndNumbersHaveStudents() {
    Effect rate = effect(0, 1, 1, 1, 0, 0, 0);
    Effect number = effect(0, 1, 2, 1, 0, 0, 0);

    assertThat(rate.treatedInterval()).isEqualTo(Interval.wilson(2 / 3d, 3));
    assertThat(number.treatedInterval().lower()).isNegative();
  }

  @Test
  void unitsWithoutTheOutcomeDoNotCount() {
    Effect effect = effect(1, 2, Double.NaN, 2, Double.NaN, 6, 8);

    assertThat(effect.treatedUnits()).isEqualTo(2);
    assertThat(effect.comparisonUnits()).isEqualTo(3);
    assertThat(effect.treatedValue()).isEqualTo(1.5);
  }

  @Test
  void whatCannotBeTestedHasNoTest() {
    for (Effect effect :
        new Effect[] {effect(1, 1, 1, 1, 1, 1, 1), effect(1, Double.NaN, Double.NaN, 1, 2, 3, 4)}) {
      assertThat(effect.pValue()).isNaN();
      assertThat(effect.interval().lower()).isNaN();
      assertThat(effect.isSignificant()).isFalse();
    }
  }

  @Test
  void sizesMustAgree() {
    assertThatThrownBy(() -> Effect.of("y", new double[2], new boolean[3], new double[3]))
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot compare y: it has 2 values, with 3 treatments and 3 weights. Give one of each"
                + " per unit.")
        .extracting(e -> ((DesistException) e).code())
        .isEqualTo(ErrorCode.BAD_ARGUMENT);
  }

  @Test
  void whereEverybodyHasOneUnitPeopleAreUnits() {
    double[] values = {1, 2, 3, 2, 4, 6, 8};
    boolean[] treated = {true, true, true, false, false, false, false};
    double[] weights = {1, 1, 1, 0.5, 0.25, 2, 0};

    assertThat(Effect.ofPeople("y", values, treated, weights, new long[] {9, 8, 7, 6, 5, 4, 3}))
        .isEqualTo(Effect.of("y", values, treated, weights));
  }

  @Test
  void aPersonWithSeveralUnitsCountsOnceWithTheirMeanAndWeight() {
    // Person 4 has 2 and 5 with weights 1 and 2: 4, with weight 3. Without 8, which has no weight.
    Effect people =
        Effect.ofPeople(
            "y",
            new double[] {1, 2, 3, 2, 5, 6, 8, Double.NaN},
            new boolean[] {true, true, true, false, false, false, false, false},
            new double[] {1, 1, 1, 1, 2, 1, 0, 1},
            new long[] {1, 2, 3, 4, 4, 5, 6, 5});

    assertThat(people)
        .isEqualTo(
            Effect.of(
                "y",
                new double[] {1, 2, 3, 4, 6},
                new boolean[] {true, true, true, false, false},
                new double[] {1, 1, 1, 3, 1}));
    assertThat(people.comparisonUnits()).isEqualTo(2);
    assertThat(people.comparisonValue()).isCloseTo((3 * 4 + 6) / 4d, CLOSE);
    assertThat(people.effectiveComparison()).isCloseTo(16 / 10d, CLOSE);
  }

  @Test
  void aShareOfAPersonsEventsIsStillARate() {
    // Person 3 reoffended after one of two index events: the interval stays that of a rate.
    Effect people =
        Effect.ofPeople(
            "y",
            new double[] {1, 0, 1, 0, 0},
            new boolean[] {true, true, false, false, false},
            new double[] {1, 1, 1, 1, 1},
            new long[] {1, 2, 3, 3, 4});

    assertThat(people.comparisonValue()).isCloseTo(1 / 3d, CLOSE);
    Interval wilson = Interval.wilson(1 / 3d, 9 / 5d);
    assertThat(people.comparisonInterval().lower()).isCloseTo(wilson.lower(), CLOSE);
    assertThat(people.comparisonInterval().upper()).isCloseTo(wilson.upper(), CLOSE);
  }

  @Test
  void everyUnitHasAPerson() {
    assertThatThrownBy(
            () -> Effect.ofPeople("y", new double[3], new boolean[3], new double[3], new long[2]))
        .isInstanceOf(DesistException.class)
        .hasMessage("Cannot compare y: it has 3 values and 2 people. Give one of each per unit.");
  }

  private static Effect effect(double... values) {
    return Effect.of(
        "y",
        values,
        new boolean[] {true, true, true, false, false, false, false},
        new double[] {1, 1, 1, 1, 1, 1, 1});
  }
}
