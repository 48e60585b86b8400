// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.LocalTables;
import org.desist.engine.SmallTable;
import org.desist.method.Method;
import org.desist.method.MethodFile;
import org.desist.model.SqlModel;
import org.desist.run.EngineKind;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;
import org.desist.run.RunFolder;
import org.desist.run.RunSettings;
import org.desist.run.Versions;
import org.desist.run.WindowKind;

/**
 * Published versions of one small mart, {@code reoffending_rate}, and a run compared with them.
 * Rows are given as SQL values: window, start, end, status, geography type, code, breakdown,
 * category, offenders, reoffenders, rate, reoffences per reoffender.
 */
final class GuardWorld {
  private static final String COLUMNS =
      "cohort_window, cohort_start, cohort_end, cohort_status, geography_type, geography_code,"
          + " breakdown, category, offenders, reoffenders, reoffending_rate,"
          + " reoffences_per_reoffender";
  private static final String RUN_COLUMNS =
      "run_id, method, cohort_windows, cohort_from, cohort_to, measure";

  private final Path out;
  private final LocalTables tables;
  private final DuckDbEngine writer;
  private String method = "moj-2017";

  GuardWorld(Path out, LocalTables tables, DuckDbEngine writer) {
    this.out = out;
    this.tables = tables;
    this.writer = writer;
  }

  /** Versions from now on are of another method. */
  GuardWorld by(String other) {
    method = other;
    return this;
  }

  /** A published version. */
  GuardWorld published(String run, String... rows) {
    Path version = draft(run, rows);
    String snapshot = run.substring(0, 10);
    write(
        version.resolve("manifest.json"),
        String.format(
            Locale.ROOT,
            """
        {"runId": "%s", "snapshot": "%s", "method": "%s", "methodHash": "", "engine": "",
         "software": "", "contentHash": "", "marts": [
           {"name": "reoffending_rate", "folder": "published/reoffending_rate", "rows": %d,
            "hash": ""}]}
        """,
            run,
            snapshot,
            method,
            rows.length));
    return this;
  }

  /** Readers see a version. */
  GuardWorld current(String run) {
    Versions.below(out).point(run);
    return this;
  }

  /** A version of a release whose mart {@code run} did not tell the measure. */
  GuardWorld publishedEarly(String run, String... rows) {
    published(run, rows);
    writer.write(
        "written",
        "select '%s' as run_id, '%s' as method, 'quarter' as cohort_windows, cast(null as date) as cohort_from, cast(null as date) as cohort_to"
            .formatted(run, method),
        out.resolve("versions").resolve(run).resolve("published/run"));
    return this;
  }

  /** A version that was never finished: it has no manifest. */
  Path draft(String run, String... rows) {
    Path version = out.resolve("versions").resolve(run);
    rates(version.resolve("published/reoffending_rate"), rows);
    writer.write(
        "written",
        "select * from (values ('%s', '%s', 'quarter', cast(null as date), cast(null as date), 'reoffending')) as t(%s)"
            .formatted(run, method, RUN_COLUMNS),
        version.resolve("published/run"));
    return version;
  }

  private void rates(Path folder, String... rows) {
    writer.write(
        "written",
        """
        select cohort_window, cast(cohort_start as date) as cohort_start,
            cast(cohort_end as date) as cohort_end, cohort_status, geography_type, geography_code,
            breakdown, category, cast(offenders as bigint) as offenders,
            cast(reoffenders as bigint) as reoffenders,
            cast(reoffending_rate as double) as reoffending_rate,
            cast(reoffences_per_reoffender as double) as reoffences_per_reoffender
        from (values %s) as t(%s)
        """
            .formatted(String.join(", ", rows), COLUMNS),
        folder);
  }

  /** What a run of these rows comes to. */
  List<GuardCheck> check(String snapshot, String... rows) {
    RunSettings settings =
        new RunSettings(
            out,
            new RunSettings.SnapshotInput(out, LocalDate.parse(snapshot)),
            new RunSettings.CohortChoice(EnumSet.of(WindowKind.QUARTER), null, null),
            RunSettings.NamedFiles.key(null),
            new RunSettings.EngineChoice(EngineKind.duckdb, null, 256, 1));
    Path rates = out.resolve("runs/now/disclose/rates");
    rates(rates, rows);
    RunContext context =
        new RunContext(settings, "now", RunFolder.of(out, "now"), ProgressListener.silent());
    tables.hold(
        new SmallTable(
            "this_run",
            List.of(
                column("method", "string"),
                column("cohort_windows", "string"),
                column("cohort_from", "date"),
                column("cohort_to", "date")),
            List.of(Arrays.asList("moj-2017", "quarter", null, null))));
    tables.hold(
        new SmallTable(
            "method", List.of(column("measure", "string")), List.of(List.of("reoffending"))));
    Method builtIn = MethodFile.read(null);
    return new FigureGuards(tables, context, builtIn)
        .check(Map.of(new SqlModel.Mart("reoffending_rate", true), rates));
  }

  private static SmallTable.Column column(String name, String type) {
    return new SmallTable.Column(name, type);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
