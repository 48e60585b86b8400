// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

/** What became of an entry of the short list. */
public enum LinkOutcome {
  /** It is linked to its best candidate. */
  LINKED,
  /** No pair shares a block with it. */
  NO_CANDIDATE,
  /** The best candidate weighs less than the threshold. */
  BELOW_THRESHOLD,
  /** The best candidate is not clear of the runner-up. */
  NOT_CLEAR,
  /** The best candidate belongs to another entry, by weight or, of equal ones, by row. */
  TAKEN
}
