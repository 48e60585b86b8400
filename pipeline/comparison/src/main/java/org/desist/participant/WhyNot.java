// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

/** Why nobody was found for a row. */
public enum WhyNot {
  /** Nobody in the police records is alike enough to be compared. */
  NO_CANDIDATE,
  /** The one who is most alike is not alike enough. */
  BELOW_THRESHOLD,
  /** Two people are about equally alike. */
  NOT_CLEAR,
  /** Another row that no other rule links fits the same person better. */
  TAKEN
}
