// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a calculation is asked for and the method's constants.
 *
 * @param from the earliest first day of a cohort
 * @param to the latest first day of a cohort, included
 * @param score whose probabilities are expected: ogrs3 or ogrs4g
 */
public record Settings(
    LocalDate from,
    LocalDate to,
    Set<Window.Kind> kinds,
    int followUpMonths,
    int proofMonths,
    int lagMonths,
    int caseDaysBefore,
    int caseDaysAfter,
    String score) {

  public Settings {
    kinds = Set.copyOf(kinds);
  }

  /** The method as published, for all three kinds of window. */
  public static Settings between(String from, String to) {
    return new Settings(
        LocalDate.parse(from),
        LocalDate.parse(to),
        EnumSet.allOf(Window.Kind.class),
        12,
        18,
        3,
        7,
        28,
        "ogrs3");
  }

  /** The same for one kind of window only. */
  public Settings only(Window.Kind kind) {
    return with(Set.of(kind), followUpMonths, proofMonths, score);
  }

  /** The same with the expected rates and bands of another score. */
  public Settings scoredBy(String score) {
    return with(kinds, followUpMonths, proofMonths, score);
  }

  /** The same with other limits for committing and proving a reoffence. */
  public Settings following(int followUpMonths, int proofMonths) {
    return with(kinds, followUpMonths, proofMonths, score);
  }

  private Settings with(Set<Window.Kind> kinds, int followUpMonths, int proofMonths, String score) {
    return new Settings(
        from,
        to,
        kinds,
        followUpMonths,
        proofMonths,
        lagMonths,
        caseDaysBefore,
        caseDaysAfter,
        score);
  }
}
