// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.desist.engine.Engine;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.method.Method.Guards;
import org.desist.run.RunContext;
import org.desist.run.Versions;

/** Refuses a snapshot whose rows are too often wrong, or too few or too many to be believed. */
final class SnapshotGuards {
  private static final String ARRIVAL = Resources.text("sql/guard/refused_rows.sql");
  private static final String VOLUMES = Resources.text("sql/guard/volume.sql");

  private final Engine engine;
  private final Guards limits;

  SnapshotGuards(Engine engine, Guards limits) {
    this.engine = engine;
    this.limits = limits;
  }

  /**
   * Compares the rows refused with all rows read.
   *
   * @throws DesistException TOO_MANY_REJECTS naming each resource and its first refused row
   */
  void checkRejects(RunContext context) {
    List<String> faults = new ArrayList<>();
    for (Map<String, Object> row : engine.rows(ARRIVAL)) {
      long read = number(row, "rows_read");
      long refused = number(row, "rows_refused");
      if (refused > limits.rejectedShare() * read) {
        faults.add(
            String.format(
                Locale.ROOT,
                "%s: %,d of %,d rows (%.1f%%, more than %.1f%%), the first in %s line %d: %s%s",
                row.get("resource"),
                refused,
                read,
                100.0 * refused / read,
                100 * limits.rejectedShare(),
                row.get("file"),
                number(row, "line"),
                row.get("code"),
                row.get("field") == null ? "" : " " + row.get("field")));
      }
    }
    if (!faults.isEmpty()) {
      throw new DesistException(
          ErrorCode.TOO_MANY_REJECTS,
          "Cannot use the snapshot: too many rows were refused. %s. Every refused row and its reasons are in %s. Have the extract mended and run again."
              .formatted(
                  String.join("; ", faults),
                  context.folder().stage("store").resolve("quarantine")));
    }
  }

  /**
   * Compares the rows read with those of the version readers see now.
   *
   * @throws DesistException VOLUME naming each resource, unless the run accepts it
   */
  void checkVolume(RunContext context) {
    Versions versions = context.versions();
    Optional<Path> last = versions.current().map(versions::folder);
    if (last.isEmpty() || context.settings().accept().contains("VOLUME")) {
      return;
    }
    engine.mount("last_arrival", last.get().resolve("published").resolve("arrival"));
    List<String> faults = new ArrayList<>();
    for (Map<String, Object> row : engine.rows(VOLUMES)) {
      long before = number(row, "rows_before");
      long now = number(row, "rows_read");
      boolean isFewer = now < before * (1 - limits.fewerRowsShare());
      boolean isMore = now > before * (1 + limits.moreRowsShare());
      if (before > 0 && (isFewer || isMore)) {
        faults.add(
            String.format(
                Locale.ROOT,
                "%s has %,d rows, %,d in the version published last (%+.1f%%)",
                row.get("resource"),
                now,
                before,
                100.0 * (now - before) / before));
      }
    }
    if (!faults.isEmpty()) {
      throw new DesistException(
          ErrorCode.VOLUME,
          "Cannot use the snapshot: %s. Check that the extract is complete; if it is right as it is, run again with --accept VOLUME."
              .formatted(String.join("; ", faults)));
    }
  }

  private static long number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).longValue();
  }
}
