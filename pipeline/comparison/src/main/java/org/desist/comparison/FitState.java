// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/** How a regression ended. */
public enum FitState {
  /** The maximum of the likelihood was found. */
  CONVERGED,
  /** A covariate, or several together, tell treated from untreated: there is no maximum. */
  SEPARATED,
  /** The largest number of iterations was not enough. */
  NOT_CONVERGED
}
