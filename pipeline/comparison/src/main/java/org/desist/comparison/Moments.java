// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.function.IntToDoubleFunction;

/**
 * Weighted mean and variance of a group. Units of weight 0 and missing values (NaN) do not count.
 *
 * @param units how many count
 * @param effectiveSize (sum of w)^2 / sum of w^2; equal to the units when weights are equal
 * @param mean NaN when no unit counts
 * @param variance sum of w (x - mean)^2 / (sum of w - sum of w^2 / sum of w): with equal weights
 *     the sample variance, divisor n - 1; NaN below two units
 */
record Moments(int units, double effectiveSize, double mean, double variance) {
  static Moments of(
      IntToDoubleFunction values, double[] weights, boolean[] treated, StudyGroup group) {
    int units = 0;
    double sum = 0;
    double squaredWeights = 0;
    // Distances from the first value: a column that never varies has a variance of exactly 0.
    double first = 0;
    double shifted = 0;
    for (int unit = 0; unit < weights.length; unit++) {
      double value = values.applyAsDouble(unit);
      if (group.has(treated[unit]) && weights[unit] > 0 && !Double.isNaN(value)) {
        first = units == 0 ? value : first;
        units++;
        sum += weights[unit];
        squaredWeights += weights[unit] * weights[unit];
        shifted += weights[unit] * (value - first);
      }
    }
    if (units == 0) {
      return new Moments(0, 0, Double.NaN, Double.NaN);
    }
    double center = shifted / sum;
    double squares = 0;
    for (int unit = 0; unit < weights.length; unit++) {
      double value = values.applyAsDouble(unit);
      if (group.has(treated[unit]) && weights[unit] > 0 && !Double.isNaN(value)) {
        double distance = value - first - center;
        squares += weights[unit] * distance * distance;
      }
    }
    double variance = units == 1 ? Double.NaN : squares / (sum - squaredWeights / sum);
    return new Moments(units, sum * sum / squaredWeights, first + center, variance);
  }

  /** The two groups of a comparison. */
  enum StudyGroup {
    TREATED,
    COMPARISON;

    /** Whether a unit that is treated, or is not, belongs to this group. */
    boolean has(boolean isTreated) {
      return isTreated == (this == TREATED);
    }
  }
}
