// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A 95% confidence interval.
 *
 * @param lower its lower limit; NaN when there is none
 * @param upper its upper limit; NaN when there is none
 */
public record Interval(double lower, double upper) {
  private static final double TAIL = 0.025;

  /** The normal quantile of 95%, two-sided. */
  static final double Z = new NormalDistribution().inverseCumulativeProbability(1 - TAIL);

  /** An interval around a value. */
  static Interval around(double value, double half) {
    return new Interval(value - half, value + half);
  }

  /**
   * Wilson's score interval of a rate, held to 0..1.
   *
   * @param rate 0 to 1
   * @param size people, or the effective size of a weighted group; above 0
   */
  public static Interval wilson(double rate, double size) {
    double middle = (rate + Z * Z / (2 * size)) / (1 + Z * Z / size);
    double half =
        Z / (1 + Z * Z / size) * Math.sqrt(rate * (1 - rate) / size + Z * Z / (4 * size * size));
    return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
  }

  /**
   * Student's interval of a mean; NaN limits below two units.
   *
   * @param variance sample variance, or the weighted one
   * @param size units, or the effective size
   */
  public static Interval student(double mean, double variance, double size) {
    if (!(size > 1)) {
      return new Interval(Double.NaN, Double.NaN);
    }
    double quantile = new TDistribution(size - 1).inverseCumulativeProbability(1 - TAIL);
    return around(mean, quantile * Math.sqrt(variance / size));
  }

  /** Whether both limits are on one side of 0. */
  public boolean hasOneSign() {
    return lower > 0 || upper < 0;
  }
}
