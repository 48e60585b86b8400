// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.desist.error.DesistException;
import org.junit.jupiter.api.Test;

class MetaAnalysisTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  /** Tuberculosis among the vaccinated and others, 13 trials (Colditz and others 1994). */
  private static final int[][] BCG = {
    {4, 119, 11, 128},
    {6, 300, 29, 274},
    {3, 228, 11, 209},
    {62, 13536, 248, 12619},
    {33, 5036, 47, 5761},
    {180, 1361, 372, 1079},
    {8, 2537, 10, 619},
    {505, 87886, 499, 87892},
    {29, 7470, 45, 7232},
    {17, 1699, 65, 1600},
    {186, 50448, 141, 27197},
    {5, 2493, 3, 2338},
    {27, 16886, 29, 17825}
  };

  private static MetaAnalysis bcg() {
    double[] estimates = new double[BCG.length];
    double[] errors = new double[BCG.length];
    for (int trial = 0; trial < BCG.length; trial++) {
      double treated = BCG[trial][0] + BCG[trial][1];
      double others = BCG[trial][2] + BCG[trial][3];
      estimates[trial] = Math.log((BCG[trial][0] / treated) / (BCG[trial][2] / others));
      errors[trial] =
          Math.sqrt(1.0 / BCG[trial][0] - 1 / treated + 1.0 / BCG[trial][2] - 1 / others);
    }
    return MetaAnalysis.of(estimates, errors);
  }

  /** Published with metafor: tau^2 0.3088, mean -0.7141, Q 152.23, I^2 92.12%. */
  @Test
  void agreesWithThePublishedAnalysisOfTheVaccineTrials() {
    MetaAnalysis pooled = bcg();
    assertThat(pooled.studies()).isEqualTo(13);
    assertThat(pooled.tauSquared()).isCloseTo(0.3087602628623764, CLOSE);
    assertThat(pooled.estimate()).isCloseTo(-0.7141172220732271, CLOSE);
    assertThat(pooled.standardError()).isCloseTo(0.18069662833554748, CLOSE);
    assertThat(pooled.interval().lower()).isCloseTo(-1.1078213541683288, CLOSE);
    assertThat(pooled.interval().upper()).isCloseTo(-0.32041308997812545, CLOSE);
    assertThat(pooled.pValue()).isCloseTo(0.001920766767047358, CLOSE);
    assertThat(pooled.heterogeneity()).isCloseTo(152.2330080823734, CLOSE);
    assertThat(pooled.heterogeneityP()).isCloseTo(0, CLOSE);
    assertThat(pooled.iSquared()).isCloseTo(0.9211734685456207, CLOSE);
    assertThat(pooled.prediction().lower()).isCloseTo(-2.0001623518059843, CLOSE);
    assertThat(pooled.prediction().upper()).isCloseTo(0.5719279076595302, CLOSE);
    assertThat(pooled.weights().get(7)).isCloseTo(0.10216343, within(1e-8));
    assertThat(pooled.weights().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(1, CLOSE);
  }

  /** Values from numpy and scipy. */
  @Test
  void agreesWithAnIndependentCalculationOfFiveRates() {
    MetaAnalysis pooled =
        MetaAnalysis.of(
            new double[] {-0.09, -0.02, -0.12, 0.03, -0.05},
            new double[] {0.03, 0.025, 0.05, 0.04, 0.02});
    assertThat(pooled.tauSquared()).isCloseTo(0.0011181252331677427, CLOSE);
    assertThat(pooled.estimate()).isCloseTo(-0.046848852733328734, CLOSE);
    assertThat(pooled.standardError()).isCloseTo(0.02294238957246153, CLOSE);
    assertThat(pooled.pValue()).isCloseTo(0.11068899545443181, CLOSE);
    assertThat(pooled.heterogeneityP()).isCloseTo(0.05929925986733467, CLOSE);
    assertThat(pooled.prediction().lower()).isCloseTo(-0.17590395556585117, CLOSE);
  }

  @Test
  void studiesThatHappenToAgreeAreNotSurerThanTheirOwnErrors() {
    MetaAnalysis pooled =
        MetaAnalysis.of(new double[] {-0.05, -0.04, -0.06}, new double[] {0.03, 0.025, 0.05});
    assertThat(pooled.tauSquared()).isZero();
    assertThat(pooled.iSquared()).isZero();
    // Hartung and Knapp's factor alone would give 0.00497.
    assertThat(pooled.standardError()).isCloseTo(0.017928429140015904, CLOSE);
  }

  @Test
  void twoStudiesHaveNoPredictionInterval() {
    MetaAnalysis pooled = MetaAnalysis.of(new double[] {-0.05, 0.04}, new double[] {0.03, 0.025});
    assertThat(pooled.interval().lower()).isCloseTo(-0.5749218112798454, CLOSE);
    assertThat(pooled.prediction().lower()).isNaN();
    assertThat(pooled.prediction().upper()).isNaN();
  }

  @Test
  void whatCannotBePooledIsRefused() {
    assertThatThrownBy(() -> MetaAnalysis.of(new double[] {0.1}, new double[] {0.1}))
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot pool 1 estimates with 1 standard errors. Give one of each per study, of two studies or more.");
    assertThatThrownBy(() -> MetaAnalysis.of(new double[] {0.1, 0.2}, new double[] {0.1, 0}))
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot pool study 2: its estimate is 0.2 and its standard error 0.0. Leave it out, or give numbers, the error above 0.");
  }
}
