// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import java.util.List;

/**
 * A table small enough to hold in memory.
 *
 * @param name the table's name
 * @param columns names and types, in order
 * @param rows one list per row, a value per column: String, Integer, Long, Double, Boolean,
 *     LocalDate or null
 */
public record SmallTable(String name, List<Column> columns, List<List<Object>> rows) {
  public SmallTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** A column's name and its type: string, int, bigint, double, boolean or date. */
  public record Column(String name, String type) {}
}
