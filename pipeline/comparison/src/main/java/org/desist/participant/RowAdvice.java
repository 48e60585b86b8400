// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.util.Locale;
import org.desist.ingest.Fault;
import org.desist.ingest.JudgedCsv;

/** What a provider does about a fault in a row. */
final class RowAdvice {
  private RowAdvice() {}

  static String of(JudgedCsv.Row row, Fault fault) {
    return switch (fault.code()) {
      case PARSE ->
          row.lastLine() > row.line()
              ? String.format(
                  Locale.ROOT,
                  "Close or remove the quote: lines %d to %d were read as one row",
                  row.line(),
                  row.lastLine())
              : "Count the commas in the row, and put quotes around values with a comma in them";
      case MISSING_REQUIRED -> "Fill it in";
      case BAD_TYPE -> "Write the day as year, month and day: 1985-03-31";
      case NOT_IN_ENUM -> "Write one of the values that are allowed, in capitals";
      case IMPLAUSIBLE_DATE -> "Correct the year: nobody can have been born then";
      case BAD_CHECK_LETTER -> "Copy the id again, with its letter: it looks like 2003/0011985X";
      default -> "Correct it";
    };
  }
}
