// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.terminal;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.List;
import org.desist.text.Visible;

/** A table in plain text: words to the left, numbers to the right. */
public final class TextTable {
  // Only a rule under the header, and nothing around.
  private static final Character[] RULE =
      AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER;

  private final Character[] border;
  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  private TextTable(Character[] border) {
    this.border = border;
  }

  /** With lines between columns, for answers of a query. */
  public static TextTable lined() {
    return new TextTable(RULE);
  }

  /** Without lines, for a screen. */
  public static TextTable open() {
    return new TextTable(AsciiTable.NO_BORDERS);
  }

  /** Adds a column of words. */
  public TextTable left(String header) {
    columns.add(column(header, HorizontalAlign.LEFT));
    return this;
  }

  /** Adds a column of numbers. */
  public TextTable right(String header) {
    columns.add(column(header, HorizontalAlign.RIGHT));
    return this;
  }

  /** Adds a row, a cell per column, each shown on one line; null is an empty cell. */
  public TextTable row(List<String> cells) {
    rows.add(cells.stream().map(cell -> cell == null ? "" : Visible.line(cell)).toList());
    return this;
  }

  /** Adds a row, a cell per column. */
  public TextTable row(String... cells) {
    return row(List.of(cells));
  }

  /** Whether there are no rows. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The table without a line end after its last line. */
  public String text() {
    String[][] cells =
        rows.stream().map(row -> row.toArray(String[]::new)).toArray(String[][]::new);
    String table =
        AsciiTable.builder()
            .border(border)
            .lineSeparator("\n")
            .data(columns.toArray(Column[]::new), cells)
            .asString();
    return String.join(System.lineSeparator(), table.lines().map(String::stripTrailing).toList());
  }

  private static Column column(String header, HorizontalAlign align) {
    return new Column()
        .header(Visible.line(header))
        .headerAlign(align)
        .dataAlign(align)
        .maxWidth(Integer.MAX_VALUE);
  }
}
