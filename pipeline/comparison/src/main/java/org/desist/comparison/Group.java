// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/** The two groups of a comparison. */
enum Group {
  TREATED,
  COMPARISON;

  /** Whether a unit that is treated, or is not, belongs to this group. */
  boolean has(boolean isTreated) {
    return isTreated == (this == TREATED);
  }
}
