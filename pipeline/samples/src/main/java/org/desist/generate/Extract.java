// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.contract.DataPackage;
import org.desist.contract.FieldType;
import org.desist.contract.Resource;

/**
 * One resource of the input contract, as far as writing it needs: its name and its columns in
 * order.
 */
final class Extract {
  record Column(String name, FieldType type) {}

  private final String name;
  private final List<Column> columns;
  private final Map<String, Integer> positions = new LinkedHashMap<>();

  private Extract(String name, List<Column> columns) {
    this.name = name;
    this.columns = List.copyOf(columns);
    for (Column column : columns) {
      positions.put(column.name(), positions.size());
    }
  }

  /**
   * Every resource by name, in the contract's order.
   *
   * @throws org.desist.error.DesistException BAD_CONTRACT when the packaged contract is missing
   */
  static Map<String, Extract> all() {
    Map<String, Extract> extracts = new LinkedHashMap<>();
    for (Resource resource : DataPackage.extracts().resources()) {
      List<Column> columns =
          resource.fields().stream().map(field -> new Column(field.name(), field.type())).toList();
      extracts.put(resource.name(), new Extract(resource.name(), columns));
    }
    return extracts;
  }

  String name() {
    return name;
  }

  List<Column> columns() {
    return columns;
  }

  int position(String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalArgumentException("No column " + column + " in " + name);
    }
    return position;
  }

  /**
   * One row of an extract, its cells in the contract's order: String, LocalDate, Integer,
   * BigDecimal, Boolean, {@link Unreadable} or null.
   */
  static final class ExtractRow {
    /**
     * A value that its type cannot hold: a text file can carry it, a typed one carries what was
     * meant.
     */
    record Unreadable(String text, Object meant) {}

    private final Extract extract;
    private final Object[] cells;

    private ExtractRow(Extract extract, Object[] cells) {
      this.extract = extract;
      this.cells = cells;
    }

    static ExtractRow of(Extract extract, Object... cells) {
      if (cells.length != extract.columns().size()) {
        throw new IllegalArgumentException(
            extract.name() + " has " + extract.columns().size() + " columns, not " + cells.length);
      }
      return new ExtractRow(extract, cells);
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
    ExtractRow with(String column, Object value) {
      Object[] changed = cells.clone();
      changed[extract.position(column)] = value;
      return new ExtractRow(extract, changed);
    }

    /** The same row with a text in a column that should hold something else. */
    ExtractRow unreadable(String column, String text) {
      return with(column, new Unreadable(text, cell(column)));
    }
  }
}
