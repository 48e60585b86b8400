// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import org.desist.comparison.DesignMatrix.UnitBlocks;

/**
 * Log likelihood, its gradient and the information X'WX (upper triangle, row by row) of a logistic
 * regression on scaled columns, at given coefficients. Four units are taken at a time: each sum is
 * then read and written a quarter as often.
 */
final class Information {
  private static final int GROUP = 4;

  private final double[][] products;
  private final double[] gradient;
  private double logLikelihood;

  private Information(int width) {
    products = new double[width][width];
    gradient = new double[width];
  }

  static Information at(
      DesignMatrix design, Scaling scaling, boolean[] treated, double[] coefficients) {
    Information total = new Information(coefficients.length);
    for (Information block :
        UnitBlocks.map(
            design.rows(), (from, to) -> block(design, scaling, treated, coefficients, from, to))) {
      total.add(block);
    }
    return total;
  }

  private static Information block(
      DesignMatrix design,
      Scaling scaling,
      boolean[] treated,
      double[] coefficients,
      int from,
      int to) {
    int width = coefficients.length;
    Information sums = new Information(width);
    double[][] rows = new double[GROUP][width];
    double[] weights = new double[GROUP];
    for (int unit = from; unit < to; unit += GROUP) {
      for (int i = 0; i < GROUP; i++) {
        weights[i] = 0;
        if (unit + i < to) {
          scaling.row(design.values(), unit + i, rows[i]);
          weights[i] = sums.score(rows[i], treated[unit + i], coefficients);
        }
      }
      for (int term = 0; term < width; term++) {
        addProducts(
            sums.products[term],
            rows,
            weights[0] * rows[0][term],
            weights[1] * rows[1][term],
            weights[2] * rows[2][term],
            weights[3] * rows[3][term],
            term);
      }
    }
    return sums;
  }

  /** Adds a unit to likelihood and gradient; the result is its weight p (1 - p). */
  private double score(double[] row, boolean isTreated, double[] coefficients) {
    double logOdds = 0;
    for (int term = 0; term < row.length; term++) {
      logOdds += row[term] * coefficients[term];
    }
    double small = Math.exp(-Math.abs(logOdds));
    double less = small / (1 + small);
    boolean isLikely = logOdds >= 0 == isTreated;
    logLikelihood -= Math.log1p(small) + (isLikely ? 0 : Math.abs(logOdds));
    double miss = isLikely ? less : 1 / (1 + small);
    double residual = isTreated ? miss : -miss;
    for (int term = 0; term < row.length; term++) {
      gradient[term] += residual * row[term];
    }
    return less / (1 + small);
  }

  private static void addProducts(
      double[] sums, double[][] rows, double a, double b, double c, double d, int from) {
    double[] first = rows[0];
    double[] second = rows[1];
    double[] third = rows[2];
    double[] fourth = rows[3];
    for (int k = from; k < sums.length; k++) {
      sums[k] += a * first[k] + b * second[k] + c * third[k] + d * fourth[k];
    }
  }

  private void add(Information other) {
    logLikelihood += other.logLikelihood;
    for (int term = 0; term < gradient.length; term++) {
      gradient[term] += other.gradient[term];
      for (int k = term; k < gradient.length; k++) {
        products[term][k] += other.products[term][k];
      }
    }
  }

  /** Upper triangle of X'WX. */
  double[][] products() {
    return products;
  }

  double[] gradient() {
    return gradient;
  }

  double logLikelihood() {
    return logLikelihood;
  }
}
