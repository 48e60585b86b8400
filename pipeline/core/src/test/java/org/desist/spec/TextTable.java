// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table as a spec file shows it: every cell is text, an empty cell is a missing value.
 *
 * @param columns in the order shown
 * @param rows a text per column
 */
record TextTable(List<String> columns, List<Map<String, String>> rows) {
  TextTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Reads the lines of a Markdown table: header, rule, rows. */
  static TextTable parse(List<String> lines) {
    List<String> columns = cells(lines.get(0));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(2, lines.size())) {
      List<String> cells = cells(line);
      if (cells.size() != columns.size()) {
        throw new IllegalArgumentException(
            "A row has " + cells.size() + " cells under " + columns.size() + " columns: " + line);
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return new TextTable(columns, rows);
  }

  private static List<String> cells(String line) {
    String inner = line.strip();
    inner = inner.substring(1, inner.length() - 1);
    List<String> cells = new ArrayList<>();
    for (String cell : inner.split("(?<!\\\\)\\|", -1)) {
      cells.add(cell.strip().replace("\\|", "|"));
    }
    return cells;
  }

  boolean has(String column) {
    return columns.contains(column);
  }

  /** The values of a column that are there. */
  List<String> values(String column) {
    return rows.stream().map(row -> row.get(column)).filter(text -> !text.isEmpty()).toList();
  }

  /** The table as Markdown, its columns aligned. */
  String render() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns);
    rows.forEach(
        row ->
            lines.add(
                columns.stream().map(column -> row.get(column).replace("|", "\\|")).toList()));
    int[] widths = new int[columns.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(Math.max(widths[i], 3), line.get(i).length());
      }
    }
    List<String> text = new ArrayList<>();
    for (List<String> line : lines) {
      text.add(line(line, widths, " "));
      if (text.size() == 1) {
        text.add(line(columns.stream().map(column -> "").toList(), widths, "-"));
      }
    }
    return String.join("\n", text);
  }

  private static String line(List<String> cells, int[] widths, String fill) {
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      padded.add(cells.get(i) + fill.repeat(widths[i] - cells.get(i).length()));
    }
    return padded.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
