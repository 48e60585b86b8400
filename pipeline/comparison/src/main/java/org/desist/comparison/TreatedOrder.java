// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/** Who chooses first in greedy matching; ties go to the smallest unit. */
public enum TreatedOrder {
  /** The treated unit with the highest score: it has the fewest neighbours. The default. */
  HIGHEST_SCORE,
  /** The treated unit with the lowest score. */
  LOWEST_SCORE,
  /** The treated unit with the smallest key, whatever its score. */
  KEY
}
