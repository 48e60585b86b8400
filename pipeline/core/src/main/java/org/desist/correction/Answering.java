// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.correction;

/** Why a corrected row answers none of those in quarantine. */
public enum Answering {
  /** It does not say which row it answers. */
  NO_PLACE("neither _file and _line nor the primary key say which row in quarantine it answers"),
  /** The row it names is not in quarantine. */
  NOT_IN_QUARANTINE("the row it answers is not in the quarantine of the run"),
  /** An earlier row of the same file answers the same. */
  ANSWERED_TWICE("an earlier line of this file answers the same row");

  private final String message;

  Answering(String message) {
    this.message = message;
  }

  /** In words. */
  public String message() {
    return message;
  }
}
