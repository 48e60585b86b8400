// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.EngineRoom;
import org.desist.engine.Resources;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.error.DesistException;

/** Finds rows of a file again by their lines, as text: what was delivered, right or wrong. */
public final class DeliveredRows {
  private static final String PARQUET = Resources.text("sql/query/replay/delivered_row.sql");

  private DeliveredRows() {}

  /**
   * The rows that begin on these lines; in Parquet those at these places, from 1.
   *
   * @return by line, each with its values by column; of CSV, a row that is too short lacks its last
   *     columns, of one that is too long the values without a column are left out
   * @throws DesistException UNREADABLE when the file cannot be read
   */
  public static Map<Long, Map<String, String>> read(Path file, Set<Long> lines) {
    return file.toString().endsWith(PartSource.FileForm.PARQUET.ending())
        ? parquet(file, lines)
        : new NamedCsv(file).read(content -> csv(file.toString(), content, lines));
  }

  private static Map<Long, Map<String, String>> parquet(Path file, Set<Long> lines) {
    Map<Long, Map<String, String>> rows = new TreeMap<>();
    Path spill = Path.of(System.getProperty("java.io.tmpdir"));
    try (DuckDbEngine engine = EngineRoom.LOOKUP.open(spill)) {
      List<List<Object>> wanted = new ArrayList<>();
      lines.forEach(line -> wanted.add(List.of(line)));
      engine.hold(new SmallTable("wanted_line", List.of(new Column("line", "bigint")), wanted));
      engine.mountNumbered("delivered", file);
      for (Map<String, Object> row : engine.rows(PARQUET)) {
        Map<String, String> values = new LinkedHashMap<>();
        row.forEach((column, value) -> values.put(column, (String) value));
        rows.put(Long.parseLong(values.remove("file_row_number")) + 1, values);
      }
    }
    return rows;
  }

  /** The rows of a stream of CSV, which stays open. */
  static Map<Long, Map<String, String>> csv(String file, InputStream in, Set<Long> lines)
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
