// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/** What a diagnostic says of a result. Only PASSED unseals it. */
public enum Verdict {
  /** Every part was evaluated and none is red. */
  PASSED,
  /** A part is red. */
  FAILED,
  /** No part is red, but at least one could not be evaluated, or there is none. */
  NOT_EVALUATED
}
