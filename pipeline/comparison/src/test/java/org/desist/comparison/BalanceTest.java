// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.desist.comparison.Balance.BalanceLight;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.comparison.Balance.CovariateBalance;
import org.desist.comparison.Balance.Verdict;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final boolean[] TREATED = {true, true, true, false, false, false, false};

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
  void agreesWithStoredDifferences(String name, String specification) {
    Golden golden = name.equals("rossi") ? Golden.ROSSI : Golden.LALONDE;
    double[] weights = Golden.values(golden.table(specification + "_weights"), "weight");

    Balance balance =
        Balance.of(golden.covariates(), golden.treated(), weights, new BalanceThresholds(5, 10));

    List<Map<String, String>> expected = golden.table(specification + "_smd");
    assertThat(balance.covariates()).hasSameSizeAs(expected);
    for (Map<String, String> row : expected) {
      CovariateBalance actual =
          balance.covariates().stream()
              .filter(covariate -> covariate.term().title().equals(row.get("covariate")))
              .findFirst()
              .orElseThrow();
      assertThat(actual.treatedBefore()).isCloseTo(number(row, "mean_t_before"), CLOSE);
      assertThat(actual.comparisonBefore()).isCloseTo(number(row, "mean_c_before"), CLOSE);
      assertThat(actual.treatedAfter()).isCloseTo(number(row, "mean_t_after"), CLOSE);
      assertThat(actual.comparisonAfter()).isCloseTo(number(row, "mean_c_after"), CLOSE);
      assertThat(actual.before()).isCloseTo(100 * number(row, "smd_before_pooledSD"), CLOSE);
      assertThat(actual.after()).isCloseTo(100 * number(row, "smd_after_pooledSD"), CLOSE);
    }
    double effective =
        golden.expected().at("/specs/" + specification + "/effect/ess_control").asDouble();
    assertThat(balance.effectiveComparison()).isCloseTo(effective, CLOSE);
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  @Test
  void differencesAreOverTheDeviationBeforeMatching() {
    // Treated 1, 2, 3: mean 2, variance 1. Comparison 2, 4, 6, 8: mean 5, variance 20/3.
    CovariateBalance row =
        balance(new double[] {1, 1, 1, 1, 1, 0, 0}, 1, 2, 3, 2, 4, 6, 8).covariates().get(0);

    double root = Math.sqrt((1 + 20 / 3d) / 2);
    assertThat(row.before()).isCloseTo(-300 / root, CLOSE);
    assertThat(row.after()).isCloseTo(-100 / root, CLOSE);
    // After matching the comparison units are 2 and 4: variance 2.
    assertThat(row.varianceRatioAfter()).isCloseTo(0.5, CLOSE);
    assertThat(row.light()).isEqualTo(BalanceLight.RED);
  }

  @Test
  void unequalWeightsMakeASmallerGroup() {
    Balance balance = balance(new double[] {1, 1, 0, 2, 1, 1, 0}, 1, 2, 3, 2, 4, 6, 8);

    assertThat(balance.effectiveTreated()).isEqualTo(2);
    assertThat(balance.effectiveComparison()).isCloseTo(16 / 6d, CLOSE);
  }

  @Test
  void lightsChangeAtFiveAndTen() {
    assertThat(List.of(0.0, -5.0, 5.1, -10.0, 10.1, Double.NaN))
        .map(new BalanceThresholds(5, 10)::light)
        .containsExactly(
            BalanceLight.GREEN,
            BalanceLight.GREEN,
            BalanceLight.AMBER,
            BalanceLight.AMBER,
            BalanceLight.RED,
            BalanceLight.NOT_EVALUATED);
    assertThatThrownBy(() -> new BalanceThresholds(10, 5))
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot judge balance as green to 10.0 and amber to 5.0. Give two numbers from 0 up,"
                + " the first not above the second.");
  }

  @Test
  void onlyWhatWasEvaluatedAndIsNotRedPasses() {
    double[] ones = {1, 1, 1, 1, 1, 1, 1};
    assertThat(balance(ones, 1, 2, 3, 1, 2, 3, 2).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(balance(ones, 1, 2, 3, 2, 4, 6, 8).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(balance(ones, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1).verdict())
        .isEqualTo(Verdict.PASSED);
    assertThat(balance(ones, 0.1, 0.1, 0.1, 0.2, 0.2, 0.2, 0.2).verdict())
        .isEqualTo(Verdict.FAILED);
    assertThat(balance(new double[7], 1, 2, 3, 1, 2, 3, 2).verdict())
        .isEqualTo(Verdict.NOT_EVALUATED);
    assertThat(Balance.of(List.of(), TREATED, ones, new BalanceThresholds(5, 10)).verdict())
        .isEqualTo(Verdict.NOT_EVALUATED);
  }

  @Test
  void aMissingValueIsAColumnOfItsOwn() {
    Balance balance =
        balance(new double[] {1, 1, 1, 1, 1, 1, 1}, 1, Double.NaN, 3, 1, 2, 3, Double.NaN);

    assertThat(balance.covariates())
        .map(row -> row.term().title())
        .containsExactly("x", "x_missing");
    assertThat(balance.covariates().get(1).treatedBefore()).isCloseTo(1 / 3d, CLOSE);
    assertThat(balance.with(BalanceLight.RED)).hasSize(1);
  }

  @Test
  void sizesMustAgree() {
    assertThatThrownBy(() -> balance(new double[6], 1, 2, 3, 1, 2, 3, 2))
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot judge balance in x: it has 7 values, with 7 treatments and 6 weights. Give one"
                + " of each per unit.")
        .extracting(e -> ((DesistException) e).code())
        .isEqualTo(ErrorCode.BAD_ARGUMENT);
  }

  @Test
  void overlapIsWhatBothHistogramsShare() {
    ScoredUnits units =
        ScoredUnits.of(new double[] {0.51, 0.52, 0.91, 0.11, 0.53, 0.31, 0.54}, TREATED);

    ScoreOverlap overlap = ScoreOverlap.of(units, new double[] {1, 1, 0, 0, 1, 0, 0.5});

    assertThat(overlap.lower()).isEqualTo(0.51);
    assertThat(overlap.upper()).isEqualTo(0.54);
    assertThat(overlap.treatedWithin()).isCloseTo(2 / 3d, CLOSE);
    assertThat(overlap.comparisonWithin()).isEqualTo(0.5);
    assertThat(overlap.before()).isCloseTo(0.5, CLOSE);
    assertThat(overlap.after()).isCloseTo(1, CLOSE);
  }

  @Test
  void manyColumnsKeepTheirOrder() {
    List<Covariate> covariates = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      covariates.add(Covariate.text("t" + i, Collections.nCopies(7, "level")));
    }
    assertThat(
            Balance.of(covariates, TREATED, new double[7], new BalanceThresholds(5, 10))
                .covariates())
        .map(row -> row.term().title())
        .startsWith("t0_level", "t1_level", "t2_level")
        .endsWith("t49_level");
  }

  private static Balance balance(double[] weights, double... values) {
    return Balance.of(
        List.of(Covariate.number("x", values)), TREATED, weights, new BalanceThresholds(5, 10));
  }
}
