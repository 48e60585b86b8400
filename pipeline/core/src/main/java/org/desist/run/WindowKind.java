// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.util.Locale;

/** The three kinds of cohort window. */
public enum WindowKind {
  /** Three months from 1 January, April, July or October. */
  QUARTER,
  /** Twelve months that start with any quarter; a person is in once. */
  YEAR,
  /** The sum of four consecutive quarter cohorts; a person may be in up to four times. */
  FOUR_QUARTERS;

  /** The name in tables and on the command line: {@code quarter}, {@code year}, ... */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The window with a {@link #label()}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static WindowKind of(String label) {
    for (WindowKind kind : values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no cohort window is called " + label);
  }
}
