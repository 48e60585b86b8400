// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/** What the width of a caliper, and the distance between two units, is measured in. */
public enum CaliperScale {
  /** The score itself. */
  SCORE,
  /** Standard deviations of the score over all units; distances are on the score. */
  SCORE_DEVIATIONS,
  /** Standard deviations of the log odds over all units; distances are on the log odds. */
  LOGIT_DEVIATIONS
}
