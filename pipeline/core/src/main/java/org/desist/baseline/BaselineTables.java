// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.baseline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.desist.engine.Engine;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.method.Method;
import org.desist.method.Score;
import org.desist.run.Fingerprint;

/** The baselines that a method names, as tables, which is how models read them. */
public final class BaselineTables {
  private BaselineTables() {}

  /**
   * Holds {@code baseline} (one row per name) and {@code baseline_row} in an engine. A name that
   * nothing is frozen under has a row without version and hash.
   */
  public static void hold(Engine engine, Path out, Method method) {
    BaselineStore store = BaselineStore.below(out);
    List<List<Object>> baselines = new ArrayList<>();
    List<List<Object>> rows = new ArrayList<>();
    for (String name : method.baselines().names()) {
      Optional<BaselineManifest> found = store.find(name, method);
      baselines.add(
          Arrays.asList(
              name,
              found.map(BaselineManifest::version).orElse(null),
              found.map(BaselineManifest::contentHash).orElse(null),
              found.map(BaselineManifest::measure).orElse(null),
              found.map(BaselineManifest::score).orElse(null)));
      found.ifPresent(manifest -> rows.addAll(rows(name, store.read(manifest))));
    }
    engine.hold(
        new SmallTable(
            "baseline",
            List.of(
                new Column("baseline", "string"),
                new Column("baseline_version", "int"),
                new Column("baseline_hash", "string"),
                new Column("baseline_measure", "string"),
                new Column("baseline_score", "string")),
            baselines));
    holdRows(engine, rows);
  }

  /** Holds {@code baseline_row} alone, each baseline under its name. */
  static void hold(Engine engine, List<Baseline> baselines) {
    List<List<Object>> rows = new ArrayList<>();
    baselines.forEach(baseline -> rows.addAll(rows(baseline.manifest().name(), baseline)));
    holdRows(engine, rows);
  }

  private static void holdRows(Engine engine, List<List<Object>> rows) {
    engine.hold(
        new SmallTable(
            "baseline_row",
            List.of(
                new Column("baseline", "string"),
                new Column("geography_type", "string"),
                new Column("geography_code", "string"),
                new Column("breakdown", "string"),
                new Column("category", "string"),
                new Column("quarter_start", "date"),
                new Column("offenders", "bigint"),
                new Column("reoffenders_billionths", "bigint"),
                new Column("reoffences_billionths", "bigint"),
                new Column("expected_billionths", "bigint"),
                new Column("short_releases", "bigint")),
            rows));
  }

  private static List<List<Object>> rows(String name, Baseline baseline) {
    return baseline.rows().stream().map(row -> values(name, row)).toList();
  }

  private static List<Object> values(String name, BaselineRow row) {
    return Arrays.asList(
        name,
        row.geographyType(),
        row.geographyCode(),
        row.breakdown(),
        row.category(),
        row.quarterStart(),
        row.offenders(),
        row.reoffendersBillionths(),
        row.reoffencesBillionths(),
        row.expectedBillionths(),
        row.shortReleases());
  }

  /** A text that changes when what the names stand for does; empty when nothing is frozen. */
  public static String fingerprint(Path out, Method method) {
    BaselineStore store = BaselineStore.below(out);
    String frozen =
        method.baselines().names().stream()
            .flatMap(name -> store.find(name, method).stream())
            .map(BaselineTables::identity)
            .collect(Collectors.joining("\n"));
    return frozen.isEmpty() ? "" : Fingerprint.ofText(frozen);
  }

  /** OGRS3 is not said, so that a run of before there was a choice has the identity it had. */
  private static String identity(BaselineManifest manifest) {
    return manifest.reference()
        + " "
        + manifest.contentHash()
        + (manifest.score().equals(Score.OGRS3.label()) ? "" : " " + manifest.score());
  }
}
