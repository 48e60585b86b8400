// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.List;
import org.desist.comparison.DesignMatrix.UnitBlocks;

/**
 * Mean and standard deviation of each column: the regression runs on columns of mean 0 and standard
 * deviation 1, so that a year or an income does not spoil the sums. The intercept is left as it is.
 */
final class Scaling {
  private final double[] means;
  private final double[] deviations;

  private Scaling(double[] means, double[] deviations) {
    this.means = means;
    this.deviations = deviations;
  }

  static Scaling of(DesignMatrix design) {
    int width = design.terms().size();
    int rows = design.rows();
    double[] values = design.values();
    double[] means = new double[width];
    for (int unit = 0; unit < rows; unit++) {
      for (int term = 0; term < width; term++) {
        means[term] += values[unit * width + term];
      }
    }
    for (int term = 0; term < width; term++) {
      means[term] /= rows;
    }
    means[0] = 0;
    double[] squares = new double[width];
    for (int unit = 0; unit < rows; unit++) {
      for (int term = 0; term < width; term++) {
        double distance = values[unit * width + term] - means[term];
        squares[term] += distance * distance;
      }
    }
    double[] deviations = new double[width];
    for (int term = 0; term < width; term++) {
      deviations[term] = Math.sqrt(squares[term] / rows);
    }
    return new Scaling(means, deviations);
  }

  /** Writes the scaled row of a unit. */
  void row(double[] values, int unit, double[] into) {
    int start = unit * means.length;
    for (int term = 0; term < means.length; term++) {
      into[term] = (values[start + term] - means[term]) / deviations[term];
    }
  }

  /** What a change of scaled coefficients adds to the log odds of each unit. */
  double[] moves(DesignMatrix design, double[] change) {
    double[] moves = new double[design.rows()];
    double[] row = new double[change.length];
    for (int unit = 0; unit < moves.length; unit++) {
      row(design.values(), unit, row);
      for (int term = 0; term < row.length; term++) {
        moves[unit] += row[term] * change[term];
      }
    }
    return moves;
  }

  /** The most that a change of scaled coefficients adds to, or takes from, a unit's log odds. */
  double reach(DesignMatrix design, double[] change) {
    List<Double> parts =
        UnitBlocks.map(design.rows(), (from, to) -> reach(design.values(), change, from, to));
    return parts.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  private double reach(double[] values, double[] change, int from, int to) {
    double[] row = new double[change.length];
    double most = 0;
    for (int unit = from; unit < to; unit++) {
      row(values, unit, row);
      double moved = 0;
      for (int term = 0; term < row.length; term++) {
        moved += row[term] * change[term];
      }
      most = Math.max(most, Math.abs(moved));
    }
    return most;
  }

  /** Coefficients of the columns as they were: b = g / s, intercept less the sum of b m. */
  double[] coefficients(double[] scaled) {
    double[] result = new double[scaled.length];
    result[0] = scaled[0];
    for (int term = 1; term < scaled.length; term++) {
      result[term] = scaled[term] / deviations[term];
      result[0] -= result[term] * means[term];
    }
    return result;
  }

  /**
   * Standard errors of those coefficients.
   *
   * @param inverse rows of inv(R), upper triangular, with R'R the scaled information
   */
  double[] standardErrors(double[][] inverse) {
    int width = means.length;
    double[] result = new double[width];
    double[] intercept = inverse[0].clone();
    for (int term = 1; term < width; term++) {
      result[term] = norm(inverse[term]) / deviations[term];
      for (int k = 0; k < width; k++) {
        intercept[k] -= inverse[term][k] * means[term] / deviations[term];
      }
    }
    result[0] = norm(intercept);
    return result;
  }

  private static double norm(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
