// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Two rates that nobody weighted.
 *
 * @param difference first less second
 * @param interval 95%: difference +/- z sqrt(p1 (1 - p1) / n1 + p2 (1 - p2) / n2)
 * @param pValue two-sided, of the z test with the pooled rate; NaN when nobody or everybody is a
 *     hit
 */
public record TwoProportions(double difference, Interval interval, double pValue) {
  /** Compares hits among trials; trials are 1 or more. */
  public static TwoProportions of(long hits, long trials, long otherHits, long otherTrials) {
    NormalDistribution normal = new NormalDistribution();
    double first = (double) hits / trials;
    double second = (double) otherHits / otherTrials;
    double apart = Math.sqrt(first * (1 - first) / trials + second * (1 - second) / otherTrials);
    double pooled = (double) (hits + otherHits) / (trials + otherTrials);
    double together = Math.sqrt(pooled * (1 - pooled) * (1.0 / trials + 1.0 / otherTrials));
    double difference = first - second;
    return new TwoProportions(
        difference,
        Interval.around(difference, normal.inverseCumulativeProbability(0.975) * apart),
        2 * normal.cumulativeProbability(-Math.abs(difference) / together));
  }
}
