// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.runpage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.desist.engine.EngineFiles;
import org.desist.engine.LocalTables;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.guard.GuardCheck;
import org.desist.guard.GuardName;
import org.desist.guard.GuardTable;
import org.desist.jobs.diff.MartDiff;
import org.desist.jobs.diff.MartDifferences;
import org.desist.jobs.diff.MartFolders;
import org.desist.run.RunFolder;
import org.desist.run.Versions;

/**
 * What a run left, read from the folders of its stages where they are, else from its version. What
 * is not there is empty: a run that failed at once left nothing.
 */
final class RunFacts {
  private static final int CHANGES_A_MEASURE = 1;
  private static final String ARRIVED = sql("arrived");
  private static final String QUARANTINED = sql("quarantined");
  private static final String REASONS = sql("reasons");
  private static final String PUBLISHED_REASONS = sql("published-reasons");
  private static final String PUBLISHED_ARRIVAL = sql("published-arrival");

  private final Path out;
  private final String run;
  private final Versions versions;
  private final RunFolder folder;
  private final LocalTables tables;

  /** Read by an engine that outlives them. */
  RunFacts(LocalTables tables, Path out, String run) {
    this.tables = tables;
    this.out = out;
    this.run = run;
    this.versions = Versions.below(out);
    this.folder = RunFolder.of(out, run);
  }

  private static String sql(String name) {
    return Resources.text("org/desist/jobs/runpage/" + name + ".sql");
  }

  /** The checks of guards; those of the arrival alone while there are no others. */
  List<GuardCheck> guards() {
    for (Path table :
        List.of(
            folder.stage(GuardTable.STAGE).resolve(GuardTable.NAME),
            versions.folder(run).resolve("restricted").resolve(GuardTable.NAME),
            folder.stage("store").resolve(GuardTable.OF_ARRIVAL))) {
      if (mounted("page_guard", table)) {
        return GuardTable.read(tables, table);
      }
    }
    return List.of();
  }

  /** The version that readers saw before this run, while it is there. */
  Optional<String> against(List<GuardCheck> guards) {
    List<GuardCheck> volume =
        guards.stream().filter(check -> check.guard() == GuardName.VOLUME).toList();
    Optional<String> before =
        volume.isEmpty() ? versions.current() : Optional.ofNullable(volume.get(0).against());
    return before.filter(name -> !name.equals(run)).filter(versions::has);
  }

  /** Rows read and refused, by resource. */
  Map<String, long[]> arrived() {
    Map<String, long[]> rows = new TreeMap<>();
    Path parts = folder.stage("ingest").resolve("_part");
    if (mounted("page_part", parts)) {
      tables.rows(ARRIVED).forEach(row -> rows.put(text(row), new long[] {number(row), 0}));
      Path quarantine = folder.stage("store").resolve("quarantine");
      if (mounted("page_quarantine", quarantine)) {
        tables.rows(QUARANTINED).forEach(row -> rows.get(text(row))[1] = number(row));
      }
      return rows;
    }
    return versions.has(run) ? published(run) : rows;
  }

  /** Rows read and refused in a version. */
  Map<String, long[]> published(String version) {
    Map<String, long[]> rows = new TreeMap<>();
    Path arrival = versions.folder(version).resolve("published").resolve("arrival");
    if (mounted("page_arrival", arrival)) {
      tables
          .rows(PUBLISHED_ARRIVAL)
          .forEach(
              row ->
                  rows.put(
                      text(row),
                      new long[] {number(row), ((Number) row.get("rows_refused")).longValue()}));
    }
    return rows;
  }

  /** Reasons with resource, code, level, field and rows, the most frequent first. */
  List<Map<String, Object>> reasons() {
    List<Map<String, Object>> rows = new ArrayList<>();
    Path quarantine = folder.stage("store").resolve("quarantine");
    Path quality = versions.folder(run).resolve("published").resolve("data_quality");
    if (mounted("page_quarantine", quarantine)) {
      rows.addAll(tables.rows(REASONS));
    }
    if (mounted("page_quality", quality)) {
      boolean isTold = !rows.isEmpty();
      tables.rows(PUBLISHED_REASONS).stream()
          .filter(row -> !isTold || row.get("level").equals("warning"))
          .forEach(rows::add);
    }
    return rows;
  }

  /** Published marts against those of a version. */
  List<MartDiff> moved(String against) {
    MartFolders now =
        versions.has(run) ? MartFolders.ofVersion(out, run) : MartFolders.ofStages(out, run);
    return new MartDifferences(tables, CHANGES_A_MEASURE)
        .of(MartFolders.ofVersion(out, against), now, mart -> mart.startsWith("published."));
  }

  /** Mounts a table; not what is not there, or was cut off while it was written. */
  private boolean mounted(String table, Path place) {
    if (EngineFiles.of(place).isEmpty()) {
      return false;
    }
    try {
      tables.mount(table, place);
      return true;
    } catch (DesistException e) {
      if (e.code() == ErrorCode.ENGINE) {
        return false;
      }
      throw e;
    }
  }

  private static String text(Map<String, Object> row) {
    return row.get("resource").toString();
  }

  private static long number(Map<String, Object> row) {
    return ((Number) row.get("rows")).longValue();
  }
}
