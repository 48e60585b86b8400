// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.assertj.core.data.Offset;
import org.desist.comparison.LogisticFit.Collinearity;
import org.desist.comparison.LogisticFit.FitState;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticRegressionTest {
  private static final Offset<Double> MILLIONTH = within(1e-6);

  /** Twenty students, hours of study and whether they passed: a published worked example. */
  private static final double[] HOURS = {
    0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5,
    5.5
  };

  private static final String PASSED = "00000010101010111111";

  @ParameterizedTest
  @ValueSource(strings = {"lalonde", "rossi"})
  void agreesWithGlm(String name) {
    Golden golden = name.equals("rossi") ? Golden.ROSSI : Golden.LALONDE;
    DesignMatrix design = DesignMatrix.of(golden.covariates());

    LogisticFit fit = LogisticRegression.fit(design, golden.treated()).required();

    List<String> names = fit.terms().stream().map(Term::name).toList();
    List<Map<String, String>> expected = golden.table("glm");
    assertThat(names).hasSameSizeAs(expected);
    for (Map<String, String> row : expected) {
      int term = names.indexOf(row.get("term"));
      assertThat(fit.coefficients()[term])
          .as(row.get("term"))
          .isCloseTo(Double.parseDouble(row.get("estimate")), MILLIONTH);
      assertThat(fit.standardErrors()[term])
          .as(row.get("term"))
          .isCloseTo(Double.parseDouble(row.get("std_error")), MILLIONTH);
    }
    JsonNode glm = golden.expected().get("glm");
    assertThat(fit.logLikelihood()).isCloseTo(glm.get("loglik").asDouble(), within(1e-9));
    assertThat(fit.scores(design)).containsExactly(golden.scores(), within(1e-9));
  }

  @Test
  void agreesWithAPublishedExample() {
    LogisticFit fit =
        LogisticRegression.fit(DesignMatrix.of(List.of(Covariate.number("hours", HOURS))), passed())
            .required();

    assertThat(fit.coefficients()).containsExactly(new double[] {-4.0777, 1.5046}, within(5e-5));
    assertThat(fit.standardErrors()).containsExactly(new double[] {1.7610, 0.6287}, within(5e-5));
    assertThat(fit.logLikelihood()).isCloseTo(-8.02988, within(5e-6));
  }

  @Test
  void aTwoByTwoTableHasItsLogOddsRatio() {
    // Of 40 men 10 are treated, of 60 women 30: log odds ratio ln((10/30)/(30/30)) = -ln 3.
    List<String> sexes = new ArrayList<>(Collections.nCopies(40, "M"));
    sexes.addAll(Collections.nCopies(60, "F"));
    boolean[] treated = new boolean[100];
    for (int unit = 0; unit < 100; unit++) {
      treated[unit] = unit < 10 || unit >= 70;
    }

    LogisticFit fit =
        LogisticRegression.fit(DesignMatrix.of(List.of(Covariate.text("sex", sexes))), treated);

    assertThat(fit.state()).isEqualTo(FitState.CONVERGED);
    assertThat(fit.terms().get(1).name()).isEqualTo("sexM");
    assertThat(fit.coefficients()).containsExactly(new double[] {0, -Math.log(3)}, within(1e-10));
    assertThat(fit.standardErrors())
        .containsExactly(
            new double[] {Math.sqrt(2 / 30d), Math.sqrt(1 / 10d + 3 / 30d)}, within(1e-10));
  }

  @Test
  void scaleAndOffsetChangeNothingButTheCoefficient() {
    double[] far = HOURS.clone();
    for (int unit = 0; unit < far.length; unit++) {
      far[unit] = 1e6 + far[unit] / 1000;
    }
    LogisticFit near = LogisticRegression.fit(design(HOURS), passed()).required();
    LogisticFit away = LogisticRegression.fit(design(far), passed()).required();

    assertThat(away.coefficients()[1] / 1000).isCloseTo(near.coefficients()[1], within(1e-6));
    assertThat(away.scores(design(far))).containsExactly(near.scores(design(HOURS)), within(1e-7));
  }

  @Test
  void aCombinationOfOtherCovariatesIsLeftOutAndNamed() {
    double[] minutes = HOURS.clone();
    double[] noise = noise(HOURS.length, 3);
    double[] sum = new double[HOURS.length];
    for (int unit = 0; unit < minutes.length; unit++) {
      minutes[unit] = 60 * HOURS[unit];
      sum[unit] = HOURS[unit] - 2 * noise[unit];
    }
    DesignMatrix design =
        DesignMatrix.of(
            List.of(
                Covariate.number("hours", HOURS),
                Covariate.number("noise", noise),
                Covariate.number("minutes", minutes),
                Covariate.number("sum", sum)));

    LogisticFit fit = LogisticRegression.fit(design, passed()).required();

    assertThat(fit.collinear())
        .map(Collinearity::toString)
        .containsExactly("minutes (a combination of hours)", "sum (a combination of hours, noise)");
    assertThat(fit.terms()).map(Term::name).containsExactly("(Intercept)", "hours", "noise");
    LogisticFit without =
        LogisticRegression.fit(
            DesignMatrix.of(
                List.of(Covariate.number("hours", HOURS), Covariate.number("noise", noise))),
            passed());
    assertThat(fit.scores(design)).containsExactly(without.scores(design), within(1e-12));
  }

  @Test
  void nearlyCollinearColumnsAreFittedByQr() {
    // What x and its neighbour share is 1 - 1e-13: Cholesky has no digits left, and QR has four.
    double[] x = noise(400, 1);
    double[] difference = noise(400, 2);
    double[] neighbour = new double[400];
    boolean[] treated = new boolean[400];
    Random random = new Random(5);
    for (int unit = 0; unit < 400; unit++) {
      neighbour[unit] = x[unit] + 3e-7 * difference[unit];
      double logOdds = 0.5 * x[unit] + difference[unit];
      treated[unit] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
    }
    LogisticFit plain =
        LogisticRegression.fit(
                DesignMatrix.of(
                    List.of(Covariate.number("x", x), Covariate.number("d", difference))),
                treated)
            .required();
    LogisticFit hard =
        LogisticRegression.fit(
                DesignMatrix.of(
                    List.of(Covariate.number("x", x), Covariate.number("neighbour", neighbour))),
                treated)
            .required();

    assertThat(hard.collinear()).isEmpty();
    assertThat(hard.coefficients()[2] * 3e-7).isCloseTo(plain.coefficients()[2], within(1e-4));
    assertThat(hard.standardErrors()[2] * 3e-7).isCloseTo(plain.standardErrors()[2], within(1e-4));
    assertThat(hard.logLikelihood()).isCloseTo(plain.logLikelihood(), within(1e-6));
  }

  @Test
  void aLevelThatOnlyOneGroupHasIsNamed() {
    List<String> regions = new ArrayList<>(Collections.nCopies(20, "North"));
    regions.set(4, "West");
    regions.set(5, "West");
    regions.set(18, "East");
    regions.set(9, "East");
    LogisticFit fit =
        LogisticRegression.fit(
            DesignMatrix.of(
                List.of(Covariate.number("hours", HOURS), Covariate.text("region", regions))),
            passed());

    assertThat(fit.state()).isEqualTo(FitState.SEPARATED);
    assertThat(fit.separated()).map(Term::name).containsExactly("regionWest");
    assertThatThrownBy(fit::required)
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot estimate the score: region (1 of its 3 values: 'West') tells treated from untreated units without a"
                + " fault (separation). Leave out or group it, or leave out the units that only one"
                + " group has.")
        .extracting(e -> ((DesistException) e).code())
        .isEqualTo(ErrorCode.NOT_ESTIMABLE);
  }

  @Test
  void covariatesThatSeparateTogetherAreNamed() {
    // Treated exactly when a + b > 0, by a margin: neither tells alone, and noise has no part.
    double[] a = noise(300, 11);
    double[] b = noise(300, 12);
    boolean[] treated = new boolean[300];
    for (int unit = 0; unit < 300; unit++) {
      treated[unit] = a[unit] + b[unit] > 0;
      b[unit] += treated[unit] ? 0.3 : -0.3;
    }
    LogisticFit fit =
        LogisticRegression.fit(
            DesignMatrix.of(
                List.of(
                    Covariate.number("a", a),
                    Covariate.number("b", b),
                    Covariate.number("noise", noise(300, 13)))),
            treated);

    assertThat(fit.state()).isEqualTo(FitState.SEPARATED);
    assertThat(fit.separated()).map(Term::name).contains("a", "b");
    assertThat(fit.coefficients()).isEmpty();
    assertThatThrownBy(() -> fit.scores(design(HOURS)))
        .hasMessageStartingWith("Cannot estimate the score: a, b")
        .hasMessageContaining("tell treated from untreated units without a fault");
  }

  @Test
  void oneGroupAloneIsRefused() {
    assertThatThrownBy(() -> LogisticRegression.fit(design(HOURS), new boolean[20]))
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot estimate the score: 0 of 20 units are treated. Give units of both groups.");
    assertThatThrownBy(() -> LogisticRegression.fit(design(HOURS), new boolean[3]))
        .isInstanceOf(DesistException.class)
        .hasMessage("Cannot fit 20 units with 3 treatments. Give one per unit.");
  }

  @Test
  void theNumberOfProcessorsNeverShows() throws Exception {
    int units = 20_000;
    List<Covariate> covariates = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      covariates.add(Covariate.number("x" + i, noise(units, i)));
    }
    boolean[] treated = new boolean[units];
    Random random = new Random(99);
    for (int unit = 0; unit < units; unit++) {
      treated[unit] = random.nextInt(5) == 0;
    }
    DesignMatrix design = DesignMatrix.of(covariates);
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool four = new ForkJoinPool(4);
    try {
      LogisticFit alone = one.submit(() -> LogisticRegression.fit(design, treated)).get();
      LogisticFit together = four.submit(() -> LogisticRegression.fit(design, treated)).get();
      assertThat(together.coefficients()).isEqualTo(alone.coefficients());
      assertThat(together.standardErrors()).isEqualTo(alone.standardErrors());
    } finally {
      one.shutdown();
      four.shutdown();
    }
  }

  private static DesignMatrix design(double[] values) {
    return DesignMatrix.of(List.of(Covariate.number("hours", values)));
  }

  private static boolean[] passed() {
    boolean[] passed = new boolean[PASSED.length()];
    for (int unit = 0; unit < passed.length; unit++) {
      passed[unit] = PASSED.charAt(unit) == '1';
    }
    return passed;
  }

  private static double[] noise(int units, long seed) {
    Random random = new Random(seed);
    return random.doubles(units, -1, 1).toArray();
  }
}
