// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/** Which units outside the other group's range of scores are left out before matching. */
public enum CommonSupport {
  /** None. */
  KEEP_ALL,
  /** Treated units whose score no comparison unit reaches. */
  DISCARD_TREATED,
  /** Comparison units whose score no treated unit reaches. */
  DISCARD_COMPARISON,
  /** Both. */
  DISCARD_BOTH;

  boolean discardsTreated() {
    return this == DISCARD_TREATED || this == DISCARD_BOTH;
  }

  boolean discardsComparison() {
    return this == DISCARD_COMPARISON || this == DISCARD_BOTH;
  }
}
