// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/** QR of the scaled columns, each row times the square root of its weight p (1 - p). */
final class WeightedColumns {
  private WeightedColumns() {}

  static Triangle triangle(DesignMatrix design, Scaling scaling, double[] coefficients) {
    return Triangle.stacked(
        Blocks.map(design.rows(), (from, to) -> block(design, scaling, coefficients, from, to)));
  }

  private static Triangle block(
      DesignMatrix design, Scaling scaling, double[] coefficients, int from, int to) {
    int width = coefficients.length;
    double[][] columns = new double[width][to - from];
    double[] row = new double[width];
    for (int unit = from; unit < to; unit++) {
      scaling.row(design.values(), unit, row);
      double logOdds = 0;
      for (int term = 0; term < width; term++) {
        logOdds += row[term] * coefficients[term];
      }
      double small = Math.exp(-Math.abs(logOdds));
      double root = Math.sqrt(small) / (1 + small);
      for (int term = 0; term < width; term++) {
        columns[term][unit - from] = root * row[term];
      }
    }
    return Triangle.qr(columns);
  }
}
