// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.desist.engine.EngineFiles;
import org.desist.engine.EngineRoom;
import org.desist.engine.LocalTables;
import org.desist.engine.Resources;
import org.desist.run.RunFolder;
import org.desist.storage.Locations;

/**
 * Numbers about a run, read from what its stages left, whether or not it got to its end. What is
 * not there has no numbers; nothing is about a single person.
 */
public final class RunFacts implements AutoCloseable {
  private static final String TABLE = "asked";

  private final RunFolder folder;
  private LocalTables tables;

  /** Of a run; a database is opened when the first number is asked for. */
  public RunFacts(RunFolder folder) {
    this.folder = folder;
  }

  /** A table of the extracts as it arrived. */
  public record Arrival(String resource, long files, long rows, long bytes) {}

  /**
   * Rows with the same fate.
   *
   * @param field the column it is about, or null
   * @param level {@code row} when they were refused, {@code warning} when they were used
   */
  public record Judged(String resource, String field, String code, String level, long rows) {}

  /**
   * A table that a stage wrote.
   *
   * @param rows null when it lies where it would have to be fetched to be counted
   */
  public record Written(String name, Long rows, long files, long bytes) {}

  /** A column of a table, its type in DuckDB's words. */
  public record Column(String name, String type) {}

  /** What arrived, by resource. */
  public List<Arrival> arrivals() {
    return rows(
        "arrivals",
        folder.stage("ingest").resolve("_part"),
        row ->
            new Arrival(
                text(row, "resource"),
                number(row, "files"),
                number(row, "rows_read"),
                number(row, "bytes")));
  }

  /** Rows that were refused, each once, by resource. */
  public Map<String, Long> refused() {
    Map<String, Long> refused = new LinkedHashMap<>();
    rows("quarantined", quarantine(), row -> refused.put(text(row, "resource"), number(row, "n")));
    return refused;
  }

  /** Rows by why they were refused or warned of; a row counts once under each of its reasons. */
  public List<Judged> reasons() {
    List<Judged> reasons =
        new ArrayList<>(
            rows(
                "reasons",
                quarantine(),
                row ->
                    new Judged(
                        text(row, "resource"),
                        null,
                        text(row, "code"),
                        text(row, "level"),
                        number(row, "n"))));
    reasons.addAll(
        rows(
            "warnings",
            folder.stage("disclose").resolve("data_quality"),
            row ->
                new Judged(
                    text(row, "resource"), null, text(row, "code"), "warning", number(row, "n"))));
    return reasons;
  }

  /** Rows that were refused by field and code. */
  public List<Judged> faults() {
    return rows(
        "faults",
        quarantine(),
        row ->
            new Judged(
                text(row, "resource"),
                (String) row.get("field"),
                text(row, "code"),
                "row",
                number(row, "n")));
  }

  /** How many checks of the guards came to each outcome; none when no guard has been asked. */
  public Map<String, Long> guards() {
    Map<String, Long> guards = new LinkedHashMap<>();
    rows(
        "guards",
        folder.stage("guard").resolve("guard"),
        row -> guards.put(text(row, "outcome"), number(row, "n")));
    return guards;
  }

  /** A table that a stage wrote; one without files has no rows. */
  public Written written(String stage, String table) {
    Path place = folder.stage(stage).resolve(table);
    long rows = 0;
    long bytes = 0;
    long files = 0;
    for (Path file : EngineFiles.of(place)) {
      bytes += size(file);
      files++;
    }
    if (Locations.isRemote(place)) {
      return new Written(table, null, files, bytes);
    }
    for (long n : rows("files", place, row -> number(row, "n"))) {
      rows = n;
    }
    return new Written(table, rows, files, bytes);
  }

  /** The columns of a table that a stage wrote; none when it would have to be fetched. */
  public List<Column> columns(String stage, String table) {
    Path place = folder.stage(stage).resolve(table);
    return Locations.isRemote(place)
        ? List.of()
        : rows(
            "columns",
            place,
            row -> new Column(text(row, "column_name"), text(row, "column_type")));
  }

  /** What the store made of it, or, before it has, what the reader did. */
  private Path quarantine() {
    Path judged = folder.stage("store").resolve("quarantine");
    return EngineFiles.of(judged).isEmpty()
        ? folder.stage("ingest").resolve("_quarantine")
        : judged;
  }

  private <T> List<T> rows(String query, Path place, Function<Map<String, Object>, T> read) {
    if (EngineFiles.of(place).isEmpty()) {
      return List.of();
    }
    if (tables == null) {
      tables = EngineRoom.COMPARISON.tables(folder.spill());
    }
    tables.mount(TABLE, place);
    String sql = Resources.text("org/desist/jobs/observe/" + query + ".sql");
    return tables.rows(sql).stream().map(read).toList();
  }

  @Override
  public void close() {
    if (tables != null) {
      tables.close();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Map<String, Object> row, String column) {
    return row.get(column).toString();
  }

  private static long number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).longValue();
  }
}
