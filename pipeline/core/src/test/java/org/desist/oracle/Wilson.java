// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** The 95% Wilson score interval of a share, held to 0..1. */
record Wilson(double lower, double upper) {
  private static final double Z = new NormalDistribution().inverseCumulativeProbability(0.975);

  static Wilson of(int hits, int trials) {
    return of((double) hits / trials, trials);
  }

  /** The number of trials need not be whole. */
  static Wilson of(double share, double n) {
    double middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    return new Wilson(Math.max(0, middle - half), Math.min(1, middle + half));
  }
}
