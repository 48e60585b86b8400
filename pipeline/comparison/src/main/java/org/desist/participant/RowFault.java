// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.util.Locale;
import org.desist.contract.ValidationCode;
import org.desist.contract.ValidationCode.Level;

/**
 * Something wrong with one row of a file of participants; it never repeats a personal value.
 *
 * @param row number of the row, from 1
 * @param line on which it begins
 * @param reference the provider's own, or null
 * @param field in which it lies, or null when it is the row as a whole
 * @param code what is wrong
 * @param level {@code ROW} when the row cannot be used, {@code WARNING} when it is used all the
 *     same
 * @param message what is wrong, in words
 * @param advice what to do, in words
 */
public record RowFault(
    int row,
    long line,
    String reference,
    String field,
    ValidationCode code,
    Level level,
    String message,
    String advice) {
  /** Whether the row cannot be used. */
  public boolean isRefusal() {
    return level == Level.ROW;
  }

  /** All of it in one line. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "row %d (line %d%s)%s: %s, %s. %s.",
        row,
        line,
        reference == null ? "" : ", reference " + reference,
        field == null ? "" : ", " + field,
        code,
        message,
        advice);
  }
}
