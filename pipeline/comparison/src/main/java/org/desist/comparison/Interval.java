// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/**
 * A confidence interval.
 *
 * @param lower its lower limit; NaN when there is none
 * @param upper its upper limit; NaN when there is none
 */
public record Interval(double lower, double upper) {
  /** An interval around a value. */
  static Interval around(double value, double half) {
    return new Interval(value - half, value + half);
  }

  /** Whether both limits are on one side of 0. */
  public boolean hasOneSign() {
    return lower > 0 || upper < 0;
  }
}
