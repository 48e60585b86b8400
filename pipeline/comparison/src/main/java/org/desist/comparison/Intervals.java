// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** 95% confidence intervals of one group's value. */
public final class Intervals {
  private static final double TAIL = 0.025;
  private static final double Z = new NormalDistribution().inverseCumulativeProbability(1 - TAIL);

  private Intervals() {}

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

  /** Wald's interval of a rate, rate +/- z sqrt(rate (1 - rate) / size): may leave 0..1. */
  public static Interval wald(double rate, double size) {
    return Interval.around(rate, Z * Math.sqrt(rate * (1 - rate) / size));
  }

  /** The exact interval of Clopper and Pearson for a number of hits among some trials. */
  public static Interval clopperPearson(int hits, int trials) {
    double lower =
        hits == 0
            ? 0
            : new BetaDistribution(hits, trials - hits + 1).inverseCumulativeProbability(TAIL);
    double upper =
        hits == trials
            ? 1
            : new BetaDistribution(hits + 1, trials - hits).inverseCumulativeProbability(1 - TAIL);
    return new Interval(lower, upper);
  }

  /** The exact Poisson interval of events per person, by quantiles of the gamma distribution. */
  public static Interval frequency(long events, double people) {
    double lower =
        events == 0 ? 0 : new GammaDistribution(events, 1).inverseCumulativeProbability(TAIL);
    double upper = new GammaDistribution(events + 1.0, 1).inverseCumulativeProbability(1 - TAIL);
    return new Interval(lower / people, upper / people);
  }

  /**
   * Student's interval of a mean; NaN limits below two units.
   *
   * @param variance sample variance, or the weighted one
   * @param size units, or the effective size
   */
  public static Interval mean(double mean, double variance, double size) {
    if (!(size > 1)) {
      return new Interval(Double.NaN, Double.NaN);
    }
    double quantile = new TDistribution(size - 1).inverseCumulativeProbability(1 - TAIL);
    return Interval.around(mean, quantile * Math.sqrt(variance / size));
  }
}
