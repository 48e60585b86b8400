// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.late;

import java.time.LocalDate;

/**
 * How a cohort differs between two versions, in what may be published.
 *
 * @param window kind of cohort window, such as {@code quarter}
 * @param start first day of the cohort
 * @param kind whether it differs
 * @param before the national total of the earlier version
 * @param now the national total of the later version
 * @param nationalRows rows of the nation that differ, its total included
 * @param localRows rows of smaller places that differ
 */
public record CohortChange(
    String window,
    LocalDate start,
    Kind kind,
    Total before,
    Total now,
    long nationalRows,
    long localRows) {
  /** Whether a cohort differs. */
  public enum Kind {
    /** Only the later version has it. */
    NEW,
    /** Only the earlier version has it. */
    GONE,
    /** Some row says something else. */
    CHANGED,
    /** Every row says the same. */
    SAME
  }

  /** A total; each number is null when it is withheld or the version has no such cohort. */
  public record Total(Long offenders, Long reoffenders, Double rate) {}
}
