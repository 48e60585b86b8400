// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.lineage;

import java.util.Comparator;

/**
 * A column of a table.
 *
 * @param column its name, or {@link #ROWS}
 */
public record TableColumn(String table, String column) implements Comparable<TableColumn> {
  /** In the place of a column: the rows of the table, as {@code count(*)} counts them. */
  public static final String ROWS = "*";

  private static final Comparator<TableColumn> ORDER =
      Comparator.comparing(TableColumn::table).thenComparing(TableColumn::column);

  /** Whether this stands for the rows of its table. */
  public boolean isRows() {
    return column.equals(ROWS);
  }

  @Override
  public int compareTo(TableColumn other) {
    return ORDER.compare(this, other);
  }

  /** {@code table.column}. */
  @Override
  public String toString() {
    return table + "." + column;
  }
}
