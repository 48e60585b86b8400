// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.util.List;

/**
 * A way in which a row can be wrong.
 *
 * @param rate the share of rows that have it
 * @param effect what is delivered in place of the row: usually one row, two for a duplicate
 */
record Fault(double rate, Effect effect) {
  /** What the fault does to a row. */
  @FunctionalInterface
  interface Effect {
    List<Row> apply(Draws draws, Row row);
  }

  static Fault value(double rate, String column, Object wrong) {
    return new Fault(rate, (draws, row) -> List.of(row.with(column, wrong)));
  }

  static Fault missing(double rate, String column) {
    return value(rate, column, null);
  }

  /** Text where a date, number or boolean belongs. */
  static Fault text(double rate, String column, String wrong) {
    return new Fault(rate, (draws, row) -> List.of(row.unreadable(column, wrong)));
  }

  /** The same row twice. */
  static Fault repeated(double rate) {
    return new Fault(rate, (draws, row) -> List.of(row, row));
  }

  /** Two rows with one key that differ in a column. */
  static Fault contradicted(double rate, String column, Object other) {
    return new Fault(rate, (draws, row) -> List.of(row, row.with(column, other)));
  }
}
