// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.util.Locale;

/** What a check of a guard came to. */
public enum GuardOutcome {
  PASSED,
  /** Beyond the soft level: told, and published. */
  SOFT,
  /** Beyond the hard level: nothing is published. */
  HARD,
  /** Beyond the hard level, let through by the file of exemptions. */
  EXEMPTED,
  /** Beyond the hard level, let through by {@code --accept}. */
  ACCEPTED,
  /** There is too little to compare with; never the same as passed. */
  NOT_EVALUATED;

  /** As files and pages spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The outcome of a label that {@link #label} gave. */
  static GuardOutcome of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
