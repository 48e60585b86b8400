// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desist.error.DesistException;

/** Picks rows of a CSV file by their lines, as text: what was delivered, right or wrong. */
public final class TextRows {
  private TextRows() {}

  /**
   * The rows that begin on these lines.
   *
   * @return by line, each with its values by column; a row that is too short lacks its last
   *     columns, of one that is too long the values without a column are left out
   * @throws DesistException UNREADABLE when the file cannot be read
   */
  public static Map<Long, Map<String, String>> read(Path file, Set<Long> lines) {
    return new NamedCsv(file).read(content -> read(file.toString(), content, lines));
  }

  /** The same of a stream, which stays open. */
  static Map<Long, Map<String, String>> read(String file, InputStream in, Set<Long> lines)
      throws IOException {
    Picking picking = new Picking(lines);
    new CsvRecords(file, List.of()).read(in, picking);
    return picking.rows;
  }

  private static final class Picking implements CsvRecords.ValueSink {
    private final Set<Long> lines;
    private final Map<Long, Map<String, String>> rows = new TreeMap<>();
    private List<String> names = List.of();
    private Map<String, String> row;

    Picking(Set<Long> lines) {
      this.lines = lines;
    }

    @Override
    public void header(List<String> columns, long line) {
      names = columns;
    }

    @Override
    public void begin(long line) {
      row = lines.contains(line) ? new LinkedHashMap<>() : null;
    }

    @Override
    public void value(int column, char[] text, int from, int length) {
      if (row != null && column < names.size()) {
        row.put(names.get(column), new String(text, from, length));
      }
    }

    @Override
    public void row(long line) {
      if (row != null) {
        rows.put(line, row);
      }
    }

    @Override
    public void unparsed(long line, long lastLine, String message) {
      row(line);
    }
  }
}
