// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

/** Why a person adds to the movement of a figure; in the order in which they are shown. */
public enum Cause {
  /** An event that the later snapshot was the first to hold. */
  LATE_CONVICTION("late convictions"),
  /** A record that the later snapshot holds with other content, no longer, or late. */
  CORRECTED_RECORD("corrected records"),
  /** A release or case that belongs to another person, or to one at last, or to none any more. */
  LINKAGE("linkage"),
  /** The same records, taken by another method, other reference lists or other software. */
  METHOD_CHANGE("method change"),
  /** In the cohort through the same event in both versions, and in the cell in one. */
  OFFENDER_MIX("offender mix"),
  /** What none of these explains; nobody, as far as is known. */
  UNEXPLAINED("unexplained");

  private final String words;

  Cause(String words) {
    this.words = words;
  }

  /** As it is shown. */
  public String words() {
    return words;
  }
}
