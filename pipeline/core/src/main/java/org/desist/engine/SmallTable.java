// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import java.util.List;

/**
 * A table small enough to hold in memory.
 *
 * @param name the table's name
 * @param columns names and types, in order
 * @param rows one list per row, a value per column: String, Integer, Long, Double, BigDecimal,
 *     Boolean, LocalDate or null
 */
public record SmallTable(String name, List<Column> columns, List<List<Object>> rows) {
  /** The type of amounts of money and of prices, in pounds. */
  public static final String MONEY = "decimal(18,2)";

  public SmallTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** A column's name and its type: string, int, bigint, double, {@link #MONEY}, boolean or date. */
  public record Column(String name, String type) {}
}
