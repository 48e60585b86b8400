// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

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

/** Finds rows of a snapshot again as they were delivered. */
public final class DeliveredRows {
  private static final String PARQUET = Resources.text("sql/query/replay/delivered_row.sql");

  private DeliveredRows() {}

  /**
   * The rows at these places, with their values by column.
   *
   * @param extracts folder of the snapshot
   * @param lines wanted of each file
   * @throws DesistException UNREADABLE when a file cannot be read
   */
  public static Map<RowPlace, Map<String, String>> read(
      Path extracts, Map<String, Set<Long>> lines) {
    Map<RowPlace, Map<String, String>> rows = new TreeMap<>();
    lines.forEach(
        (file, wanted) ->
            read(extracts.resolve(file), wanted)
                .forEach((line, values) -> rows.put(new RowPlace(file, line), values)));
    return rows;
  }

  private static Map<Long, Map<String, String>> read(Path file, Set<Long> lines) {
    if (file.toString().endsWith(PartSource.FileForm.PARQUET.ending())) {
      return parquet(file, lines);
    }
    return TextRows.read(file, lines);
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
}
