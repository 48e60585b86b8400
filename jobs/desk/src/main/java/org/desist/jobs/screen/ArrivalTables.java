// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.desist.engine.EngineRoom;
import org.desist.engine.LocalTables;
import org.desist.engine.Resources;
import org.desist.jobs.query.MartDatabase;
import org.desist.run.RunFolder;

/** What arrived, and what of it was refused and why. */
final class ArrivalTables {
  private static final int REASONS = 12;
  private static final String ARRIVED = Resources.text("org/desist/jobs/screen/arrived.sql");

  private final Path out;
  private final MartDatabase marts;
  private final ScreenSql sql;

  ArrivalTables(Path out, MartDatabase marts) {
    this.out = out;
    this.marts = marts;
    this.sql = new ScreenSql(marts.connection());
  }

  /** Rows per resource; empty when the run's folder has been removed. */
  TextTable arrived() {
    TextTable table =
        TextTable.open().left("What arrived").right("rows").right("refused").right("share");
    Map<String, Long> refused = quarantined();
    for (Map<String, Object> row : parts()) {
      long read = ((Number) row.get("rows_read")).longValue();
      if (read == 0) {
        continue;
      }
      String resource = row.get("resource").toString();
      long bad = refused.getOrDefault(resource, 0L);
      table.row(
          resource,
          Words.count(read),
          Words.count(bad),
          bad == 0 ? "" : Words.percent((double) bad / read));
    }
    return table;
  }

  /** The most frequent reasons. */
  TextTable refused() {
    TextTable table =
        TextTable.open()
            .left("What was refused, and why")
            .left("code")
            .right("rows")
            .left("meaning");
    if (!marts.has("published", "data_quality")) {
      return table;
    }
    List<Map<String, Object>> rows = sql.rows("refused");
    for (Map<String, Object> row : rows.subList(0, Math.min(REASONS, rows.size()))) {
      String code = row.get("code").toString();
      String level = row.get("level").equals("warning") ? "used with a warning: " : "";
      table.row(
          row.get("resource").toString(),
          code,
          Words.count(row.get("rows")),
          level + Words.reason(code));
    }
    if (rows.size() > REASONS) {
      table.row(
          String.format(Locale.ROOT, "and %d more", rows.size() - REASONS),
          "",
          "",
          "see the mart data_quality");
    }
    return table;
  }

  private Map<String, Long> quarantined() {
    Map<String, Long> refused = new TreeMap<>();
    if (marts.has("restricted", "quarantine")) {
      for (Map<String, Object> row : sql.rows("quarantined")) {
        refused.put(row.get("resource").toString(), ((Number) row.get("rows")).longValue());
      }
    }
    return refused;
  }

  private List<Map<String, Object>> parts() {
    Path parts = RunFolder.of(out, marts.runId()).stage("ingest").resolve("_part");
    if (!Files.isDirectory(parts)) {
      return List.of();
    }
    // The run's folder lies outside the version, which is all the marts' connection may read.
    RunFolder folder = RunFolder.of(out, marts.runId());
    try (LocalTables tables = EngineRoom.LOOKUP.tables(folder.spill())) {
      tables.mount("part", parts);
      return tables.rows(ARRIVED);
    }
  }
}
