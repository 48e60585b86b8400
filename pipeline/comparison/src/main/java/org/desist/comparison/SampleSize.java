// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How many people it takes to see a difference of two rates, and how small a difference is seen.
 */
public final class SampleSize {
  private static final double POWER = 0.8;
  private static final double TAIL = 0.025;
  private static final int BISECTIONS = 60;
  private static final double Z = new NormalDistribution().inverseCumulativeProbability(1 - TAIL);
  private static final double Z_POWER =
      new NormalDistribution().inverseCumulativeProbability(POWER);

  private SampleSize() {}

  /**
   * The smallest fall below the expected rate that a two-sided test at 5% finds with a probability
   * of 80%: the d with d = (z(0.975) + z(0.8)) sqrt((p - d)(1 - p + d) / n1 + p (1 - p) / n2), each
   * group with the variance of its own rate (Fleiss, Levin and Paik, Statistical Methods for Rates
   * and Proportions, 3rd edition, chapter 4, without the continuity correction).
   *
   * @param treated people; above 0
   * @param effectiveComparison people, or the effective size of a weighted group; above 0
   * @param expectedRate without a difference; 0 to 1
   * @return 0 to the expected rate; empty when even a fall to 0 would not be found
   * @throws DesistException BAD_ARGUMENT for other numbers
   */
  public static OptionalDouble smallestFall(
      double treated, double effectiveComparison, double expectedRate) {
    if (!(treated > 0 && effectiveComparison > 0 && expectedRate >= 0 && expectedRate <= 1)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot tell what %s against %s people at a rate of %s would show. Give two sizes above 0 and a rate from 0 to 1."
              .formatted(treated, effectiveComparison, expectedRate));
    }
    double low = 0;
    double high = expectedRate;
    if (seen(high, treated, effectiveComparison, expectedRate) < 0) {
      return OptionalDouble.empty();
    }
    // What is seen less what is asked is convex in the fall and not above 0 at no fall: one root.
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (seen(middle, treated, effectiveComparison, expectedRate) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return OptionalDouble.of(high);
  }

  private static double seen(double fall, double treated, double comparison, double rate) {
    double lower = rate - fall;
    double error = Math.sqrt(lower * (1 - lower) / treated + rate * (1 - rate) / comparison);
    return fall - (Z + Z_POWER) * error;
  }

  /**
   * Participants needed for an observed difference to be significant, both groups growing alike: n
   * (z(0.975) SE / |d|)^2, rounded up, as the standard error falls with the root of the size.
   *
   * @param treated participants analysed; 1 or more
   * @param difference observed
   * @param standardError of the difference; not below 0
   * @return at most {@code treated} when the difference is significant already; empty when the
   *     difference is 0 or either is NaN: no number of people would do
   */
  public static OptionalLong needed(int treated, double difference, double standardError) {
    if (difference == 0 || Double.isNaN(difference) || Double.isNaN(standardError)) {
      return OptionalLong.empty();
    }
    double ratio = Z * standardError / Math.abs(difference);
    return OptionalLong.of((long) Math.ceil(treated * ratio * ratio));
  }
}
