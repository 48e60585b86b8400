// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.sent;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A table as it was sent, from its header on.
 *
 * @param isPlain whether it is UTF-8 with commas whose header stands first, so that the file can be
 *     read as it is
 * @param isSheet whether it is a sheet of a spreadsheet
 * @param rows the header, then every other
 * @param notes what was recognised, one sentence each; none of a plain table
 */
public record SentTable(boolean isPlain, boolean isSheet, List<SentRow> rows, List<String> notes) {
  public SentTable {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** The names of the columns. */
  public List<String> header() {
    return rows.get(0).values();
  }

  /**
   * CSV in UTF-8 with commas, each row on the line that it has in the file or sheet: blank lines
   * stand where others stood.
   */
  public byte[] csv() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long at = 1;
    // Columns that have neither a name nor a value are what a spreadsheet leaves at its edge.
    int edge = edge();
    for (SentRow row : rows) {
      StringBuilder text = new StringBuilder("\n".repeat((int) Math.max(0, row.line() - at)));
      List<String> values = row.values();
      int written = isSheet ? edge : values.size() == header().size() ? edge : values.size();
      for (int i = 0; i < written; i++) {
        String value = i < values.size() ? values.get(i) : "";
        text.append(i == 0 ? "" : ",").append('"').append(value.replace("\"", "\"\"")).append('"');
      }
      // The reader finds the fault again.
      text.append(row.isBroken() ? " \n" : "\n");
      at = Math.max(at, row.line()) + lineEnds(text) - Math.max(0, row.line() - at);
      out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private int edge() {
    int edge = header().size();
    for (SentRow row : isSheet ? rows : List.<SentRow>of()) {
      edge = Math.max(edge, row.values().size());
    }
    while (edge > 0 && isEmpty(edge - 1)) {
      edge--;
    }
    return edge;
  }

  private boolean isEmpty(int column) {
    return rows.stream()
        .allMatch(row -> column >= row.values().size() || row.values().get(column).isBlank());
  }

  /** CR, LF and CR LF each end one line, as the reader counts. */
  private static long lineEnds(CharSequence text) {
    long ends = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      ends += c == '\r' || (c == '\n' && (i == 0 || text.charAt(i - 1) != '\r')) ? 1 : 0;
    }
    return ends;
  }

  /**
   * One row.
   *
   * @param line on which it begins, or the row of the sheet, from 1
   * @param values as text; a day of a spreadsheet is {@code yyyy-MM-dd}
   * @param days columns, from 0, whose value is a day of a spreadsheet
   * @param isBroken whether text followed the closing quote of a value
   */
  public record SentRow(long line, List<String> values, Set<Integer> days, boolean isBroken) {
    public SentRow {
      values = List.copyOf(values);
      days = Set.copyOf(days);
    }

    /** The value of a column; empty where there is none. */
    public String value(int column) {
      return column < values.size() ? values.get(column).strip() : "";
    }

    /** Whether it has no value. */
    public boolean isBlank() {
      return values.stream().allMatch(String::isBlank);
    }

    /** The same with another value in a column that it has. */
    public SentRow with(int column, String value) {
      List<String> changed = new ArrayList<>(values);
      Collections.fill(changed.subList(column, column + 1), value);
      return new SentRow(line, changed, days, isBroken);
    }

    /** Says nothing of the values, which may be personal. */
    @Override
    public String toString() {
      return "SentRow[line=" + line + "]";
    }
  }
}
