// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CaliperScale;
import org.desist.comparison.MatchSettings.CommonSupport;
import org.desist.comparison.MatchSettings.Replacement;
import org.desist.comparison.Matching.MatchedPair;
import org.desist.comparison.RadiusMatching.RunningSum;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private static final double[] SCORES = {0.5, 0.3, 0.9, 0.52, 0.47, 0.34, 0.1};
  private static final boolean[] TREATED = {true, true, true, false, false, false, false};

  @Test
  void radiusSharesOneAmongAllWithinTheCaliper() {
    Matching matching =
        RadiusMatching.match(
            units(), new Caliper(0.05, CaliperScale.SCORE), CommonSupport.KEEP_ALL);

    // Unit 0 has two within 0.05, unit 1 one, unit 2 none.
    assertThat(matching.weights()).containsExactly(1, 1, 0, 0.5, 0.5, 1, 0);
    assertThat(matching.scaledWeights())
        .containsExactly(new double[] {1, 1, 0, 0.75, 0.75, 1.5, 0}, within(1e-15));
    assertThat(matching.treatedMatched()).isEqualTo(2);
    assertThat(matching.treatedUnmatched()).isEqualTo(1);
    assertThat(matching.comparisonUsed()).isEqualTo(3);
  }

  @Test
  void nearestTakesTheHighestScoreFirst() {
    Matching without = nearest(units(), 1, Replacement.WITHOUT);
    Matching with = nearest(units(), 1, Replacement.WITH);

    // 0.9 takes 0.52 before 0.5 can; 0.5 is left with 0.47.
    assertThat(without.pairs())
        .containsExactly(
            new MatchedPair(0, 4, 1), new MatchedPair(1, 5, 1), new MatchedPair(2, 3, 1));
    assertThat(with.pairs())
        .containsExactly(
            new MatchedPair(0, 3, 1), new MatchedPair(1, 5, 1), new MatchedPair(2, 3, 1));
    assertThat(with.weights()).containsExactly(1, 1, 1, 2, 0, 1, 0);
  }

  @Test
  void everyoneChoosesOnceBeforeAnyoneChoosesTwice() {
    Matching matching = nearest(units(), 2, Replacement.WITHOUT);

    assertThat(matching.pairs())
        .containsExactly(
            new MatchedPair(0, 4, 1),
            new MatchedPair(1, 5, 1),
            new MatchedPair(2, 3, 1),
            new MatchedPair(2, 6, 2));
    assertThat(matching.weights()).containsExactly(1, 1, 1, 0.5, 1, 1, 0.5);
  }

  @Test
  void tiesGoToTheSmallestUnit() {
    ScoredUnits units =
        ScoredUnits.of(
            new double[] {0.75, 0.5, 0.5, 0.25, 0.75, 0.25},
            new boolean[] {false, true, true, false, false, false});

    assertThat(nearest(units, 2, Replacement.WITHOUT).pairs())
        .containsExactly(
            new MatchedPair(1, 0, 1),
            new MatchedPair(1, 4, 2),
            new MatchedPair(2, 3, 1),
            new MatchedPair(2, 5, 2));
  }

  @Test
  void exactStrataKeepGroupsApart() {
    int[] strata =
        Strata.of(
            7,
            List.of(
                Covariate.text("sex", List.of("F", "M", "F", "M", "F", "F", "M")),
                Covariate.number("year", 1, 1, 1, 1, 1, 2, 1)));

    assertThat(strata).containsExactly(0, 1, 0, 1, 0, 2, 1);
    assertThat(nearest(units().within(strata), 1, Replacement.WITHOUT).pairs())
        .containsExactly(new MatchedPair(1, 6, 1), new MatchedPair(2, 4, 1));
  }

  @Test
  void unitsOutsideTheCommonSupportAreDiscarded() {
    // Treated lie from 0.3 to 0.9, the others from 0.1 to 0.52.
    assertThat(supported(CommonSupport.DISCARD_TREATED)).containsExactly(1, 1, 0, 1, 0, 1, 0);
    assertThat(supported(CommonSupport.DISCARD_COMPARISON)).containsExactly(1, 1, 1, 2, 0, 1, 0);
    assertThat(RadiusMatching.match(units(), Caliper.NONE, CommonSupport.DISCARD_BOTH).weights())
        .containsExactly(new double[] {1, 1, 0, 2 / 3d, 2 / 3d, 2 / 3d, 0}, within(1e-15));
  }

  private static double[] supported(CommonSupport support) {
    return NearestMatching.match(units(), Caliper.NONE, support, 1, Replacement.WITH).weights();
  }

  @Test
  void unusableArgumentsAreRefused() {
    refused(
        () -> new Caliper(0, CaliperScale.SCORE),
        "Cannot match within a caliper of 0.0: it must be above 0. Give another.");
    refused(
        () -> nearest(units(), 0, Replacement.WITH),
        "Cannot match 0 neighbours to a unit. Give a ratio of 1 or more.");
    refused(
        () -> ScoredUnits.of(new double[] {0.5, Double.NaN}, new boolean[] {true, false}),
        "Cannot match unit 2: its score NaN is not from 0 to 1. Correct it.");
    refused(
        () -> ScoredUnits.of(new double[] {0.5}, new boolean[] {true, false}),
        "Cannot match 1 scores with 2 treatments. Give one per unit.");
    refused(
        () ->
            RadiusMatching.match(
                ScoredUnits.of(new double[] {0.5, 1}, new boolean[] {true, false}),
                new Caliper(0.2, CaliperScale.LOGIT_DEVIATIONS),
                CommonSupport.KEEP_ALL),
        "Cannot match unit 2 on the log odds: its score is 1.0. Measure the caliper on the score.");
    assertThatThrownBy(() -> ScoredUnits.of(new double[] {0.5}, new boolean[] {true}))
        .hasMessage("Cannot match: 1 of 1 units are treated. Give units of both groups.")
        .extracting(e -> ((DesistException) e).code())
        .isEqualTo(ErrorCode.NOT_ESTIMABLE);
  }

  @Test
  void aRunningSumLosesNothingBesideALargeOne() {
    RunningSum sum = new RunningSum(2);
    sum.add(1e16);
    sum.add(1);

    assertThat(sum.between(1, 2)).isEqualTo(1);
  }

  @Test
  void fiveThousandAgainstThreeHundredThousand() {
    Random random = new Random(17);
    int units = 305_000;
    boolean[] treated = new boolean[units];
    for (int unit = 0; unit < 5000; unit++) {
      treated[unit] = true;
    }
    ScoredUnits large = ScoredUnits.of(random.doubles(units).map(x -> x * x).toArray(), treated);

    Matching radius =
        RadiusMatching.match(large, new Caliper(0.05, CaliperScale.SCORE), CommonSupport.KEEP_ALL);
    Matching nearest =
        NearestMatching.match(
            large,
            new Caliper(0.05, CaliperScale.SCORE),
            CommonSupport.KEEP_ALL,
            5,
            Replacement.WITHOUT);

    assertThat(radius.treatedMatched()).isEqualTo(5000);
    assertThat(nearest.pairs()).hasSize(25_000);
    assertThat(Arrays.stream(radius.weights()).sum()).isCloseTo(10_000, within(1e-6));
  }

  private static void refused(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(DesistException.class)
        .hasMessage(message)
        .extracting(e -> ((DesistException) e).code())
        .isEqualTo(ErrorCode.BAD_ARGUMENT);
  }

  private static ScoredUnits units() {
    return ScoredUnits.of(SCORES, TREATED);
  }

  private static Matching nearest(ScoredUnits units, int ratio, Replacement replacement) {
    return NearestMatching.match(units, Caliper.NONE, CommonSupport.KEEP_ALL, ratio, replacement);
  }
}
