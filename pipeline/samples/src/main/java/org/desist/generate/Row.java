// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

/**
 * One row of an extract, its cells in the contract's order: String, LocalDate, Integer, BigDecimal,
 * Boolean, {@link Unreadable} or null.
 */
final class Row {
  /**
   * A value that its type cannot hold: a text file can carry it, a typed one carries what was
   * meant.
   */
  record Unreadable(String text, Object meant) {}

  private final Extract extract;
  private final Object[] cells;

  private Row(Extract extract, Object[] cells) {
    this.extract = extract;
    this.cells = cells;
  }

  static Row of(Extract extract, Object... cells) {
    if (cells.length != extract.columns().size()) {
      throw new IllegalArgumentException(
          extract.name() + " has " + extract.columns().size() + " columns, not " + cells.length);
    }
    return new Row(extract, cells);
  }

  Extract extract() {
    return extract;
  }

  Object cell(int position) {
    return cells[position];
  }

  Object cell(String column) {
    return cells[extract.position(column)];
  }

  /** The same row with another value in one column. */
  Row with(String column, Object value) {
    Object[] changed = cells.clone();
    changed[extract.position(column)] = value;
    return new Row(extract, changed);
  }

  /** The same row with a text in a column that should hold something else. */
  Row unreadable(String column, String text) {
    return with(column, new Unreadable(text, cell(column)));
  }
}
