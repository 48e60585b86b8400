// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.desist.engine.EngineFiles;
import org.desist.engine.EngineRoom;
import org.desist.engine.LocalTables;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.guard.GuardCheck;
import org.desist.guard.GuardName;
import org.desist.guard.GuardTable;
import org.desist.publish.VersionManifest;
import org.desist.run.RunFolder;
import org.desist.run.Versions;
import org.desist.storage.Locations;

/**
 * What a run left, whether or not it got to its end: read from the folders of its stages where they
 * are, else from its version. What is not there is empty; nothing is about a single person. Each
 * fact has one query, in {@code sql/query/run}, and is read once.
 */
public final class RunFacts implements AutoCloseable {
  private static final String ROW = "row";

  private final String run;
  private final Versions versions;
  private final RunFolder folder;
  private final boolean isShared;
  private LocalTables tables;
  private Rejections rejections;

  /** Of a run; a database is opened when the first fact is asked for. */
  public RunFacts(Path out, String run) {
    this(out, run, null);
  }

  /** Of a run, read by an engine that outlives it; null opens one when it is needed. */
  public RunFacts(Path out, String run, LocalTables tables) {
    this.run = run;
    this.versions = Versions.below(out);
    this.folder = RunFolder.of(out, run);
    this.isShared = tables != null;
    this.tables = tables;
  }

  /**
   * A table of the extracts as it arrived.
   *
   * @param bytes as delivered; 0 when only the version is left
   * @param rejected rows, each once
   */
  public record Arrival(String resource, long files, long rows, long bytes, long rejected) {}

  /**
   * Rows with the same fate.
   *
   * @param field the column it is about, or null
   * @param level {@code row} when they were rejected, {@code warning} when they were used
   */
  public record Reason(String resource, String code, String level, String field, long rows) {
    /** Whether the rows were used all the same. */
    public boolean isWarning() {
      return !level.equals(ROW);
    }
  }

  /**
   * A table that a stage wrote.
   *
   * @param rows null when it lies where it would have to be fetched to be counted
   */
  public record Written(String name, Long rows, long files, long bytes) {}

  /** A column of a table, its type in DuckDB's words. */
  public record Column(String name, String type) {}

  /** Rows in quarantine: by resource, by code, and by code and field. */
  private record Rejections(
      Map<String, Long> byResource, List<Reason> byCode, List<Reason> byField) {}

  /** What arrived, by resource. */
  public List<Arrival> arrivals() {
    List<Arrival> arrivals =
        rows(
            "arrivals",
            "part",
            folder.stage("ingest").resolve("_part"),
            row ->
                new Arrival(
                    text(row, "resource"),
                    number(row, "files"),
                    number(row, "rows_read"),
                    number(row, "bytes"),
                    rejections().byResource().getOrDefault(text(row, "resource"), 0L)));
    return arrivals.isEmpty() && versions.has(run) ? arrivals(run) : arrivals;
  }

  /** What arrived, as a version says, which need not be this run's. */
  public List<Arrival> arrivals(String version) {
    return rows(
        "published_arrivals",
        "arrival",
        mart(version, "published", "arrival"),
        row ->
            new Arrival(
                text(row, "resource"),
                number(row, "files"),
                number(row, "rows_read"),
                0,
                number(row, "rows_refused")));
  }

  /**
   * Rows by why they were rejected, then by what they were warned of, the most frequent first; a
   * row counts once under each of its codes.
   */
  public List<Reason> reasons() {
    return withWarnings(rejections().byCode());
  }

  /** As {@link #reasons}, rejected rows by field as well while their quarantine is there. */
  public List<Reason> reasonsByField() {
    return withWarnings(rejections().byField());
  }

  private List<Reason> withWarnings(List<Reason> rejected) {
    List<Reason> reasons = new ArrayList<>(rejected);
    Path written = folder.stage("disclose").resolve("data_quality");
    rows(
            "data_quality",
            "data_quality",
            EngineFiles.of(written).isEmpty() ? mart(run, "published", "data_quality") : written,
            row -> reason(row, null))
        .stream()
        .filter(reason -> rejected.isEmpty() || reason.isWarning())
        .sorted(Comparator.comparing(Reason::isWarning))
        .forEach(reasons::add);
    return reasons;
  }

  private Rejections rejections() {
    if (rejections == null) {
      rejections = new Rejections(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
      rows("rejections", "quarantine", quarantine(), this::reject);
    }
    return rejections;
  }

  private Reason reject(Map<String, Object> row) {
    Reason reason = reason(row, (String) row.get("field"));
    if ((Boolean) row.get("is_resource")) {
      rejections.byResource().put(reason.resource(), reason.rows());
    } else {
      ((Boolean) row.get("is_code") ? rejections.byCode() : rejections.byField()).add(reason);
    }
    return reason;
  }

  private static Reason reason(Map<String, Object> row, String field) {
    return new Reason(
        text(row, "resource"),
        (String) row.get("code"),
        text(row, "level"),
        field,
        number(row, "row_count"));
  }

  /** What the store made of it, or, before it has, what the reader did. */
  private Path quarantine() {
    Path judged = folder.stage("store").resolve("quarantine");
    return EngineFiles.of(judged).isEmpty()
        ? folder.stage("ingest").resolve("_quarantine")
        : judged;
  }

  /** The publication checks; those of the arrival alone while there are no others. */
  public List<GuardCheck> guards() {
    for (Path table :
        List.of(
            folder.stage(GuardTable.STAGE).resolve(GuardTable.NAME),
            mart(run, "restricted", GuardTable.NAME),
            folder.stage("store").resolve(GuardTable.OF_ARRIVAL))) {
      if (mounted(GuardTable.NAME, table)) {
        return GuardTable.read(tables, table);
      }
    }
    return List.of();
  }

  /** The version that readers saw before this run, while it is there. */
  public Optional<String> against(List<GuardCheck> guards) {
    List<GuardCheck> volume =
        guards.stream().filter(check -> check.guard() == GuardName.VOLUME).toList();
    Optional<String> before =
        volume.isEmpty() ? versions.current() : Optional.ofNullable(volume.get(0).against());
    return before.filter(name -> !name.equals(run)).filter(versions::has);
  }

  /** {@code current} when readers see it, {@code yes} when it has a version, else {@code no}. */
  public String published() {
    if (!versions.has(run)) {
      return "no";
    }
    return versions.current().filter(run::equals).isPresent() ? "current" : "yes";
  }

  /**
   * What its version says of itself. Empty, too, when it cannot be read: a damaged version is no
   * reason for a run to have no page.
   */
  public Optional<VersionManifest> manifest() {
    Path version = versions.folder(run);
    if (!Files.isRegularFile(version.resolve(VersionManifest.FILE))) {
      return Optional.empty();
    }
    try {
      return Optional.of(VersionManifest.read(version));
    } catch (DesistException e) {
      return Optional.empty();
    }
  }

  /** A table that a stage wrote; one without files has no rows. */
  public Written written(String stage, String table) {
    Path place = folder.stage(stage).resolve(table);
    List<Path> files = EngineFiles.of(place);
    long bytes = files.stream().mapToLong(RunFacts::size).sum();
    if (Locations.isRemote(place)) {
      return new Written(table, null, files.size(), bytes);
    }
    List<Long> counts = rows("row_count", "written_table", place, row -> number(row, "row_count"));
    return new Written(table, counts.isEmpty() ? 0 : counts.get(0), files.size(), bytes);
  }

  /** The columns of a table that a stage wrote; none when it would have to be fetched. */
  public List<Column> columns(String stage, String table) {
    Path place = folder.stage(stage).resolve(table);
    return Locations.isRemote(place)
        ? List.of()
        : rows(
            "columns",
            "written_table",
            place,
            row -> new Column(text(row, "column_name"), text(row, "column_type")));
  }

  private Path mart(String version, String area, String name) {
    return versions.folder(version).resolve(area).resolve(name);
  }

  private <T> List<T> rows(
      String query, String table, Path place, Function<Map<String, Object>, T> read) {
    if (!mounted(table, place)) {
      return List.of();
    }
    // All at once: what is made of a row may mount another table.
    List<Map<String, Object>> rows = tables.rows(Resources.text("sql/query/run/" + query + ".sql"));
    return rows.stream().map(read).toList();
  }

  /** Mounts a table; not what is not there, or was cut off while it was written. */
  private boolean mounted(String table, Path place) {
    if (EngineFiles.of(place).isEmpty()) {
      return false;
    }
    if (tables == null) {
      tables = EngineRoom.COMPARISON.tables(folder.spill());
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

  @Override
  public void close() {
    if (tables != null && !isShared) {
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
