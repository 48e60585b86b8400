// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.desist.bridge.Bridge.BridgedRun;
import org.desist.bridge.CellBridge.RateCell;
import org.desist.engine.DuckDbEngine;
import org.desist.identity.KeyFile;
import org.desist.oracle.Histories;
import org.desist.oracle.Settings;
import org.desist.oracle.World;
import org.desist.oracle.WorldFiles;
import org.desist.run.EngineKind;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;
import org.desist.run.RunFolder;
import org.desist.run.RunSettings;
import org.desist.run.Stage;
import org.desist.run.StageRunner;
import org.desist.run.Stages;
import org.desist.run.WindowKind;
import org.desist.stage.Pipeline;

/** Runs of the real stages on DuckDB, all under one key, in a folder that is deleted in the end. */
final class BridgeRuns implements AutoCloseable {
  private static final int MEMORY_MEGABYTES = 1000;
  private static final int THREADS = 2;

  private final Path folder;
  private int made;

  BridgeRuns() {
    try {
      folder = Files.createTempDirectory("bridge-runs");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    KeyFile.create(key("person"));
  }

  /** The file of a key. */
  Path key(String name) {
    return folder.resolve(name + ".key");
  }

  /** Publishes a random world. */
  BridgedRun publish(World world, Path method) {
    Path extracts = folder.resolve("extracts-" + made);
    WorldFiles.write(world, extracts);
    return publish(extracts, world.snapshotDate(), Histories.settings(), method, key("person"));
  }

  /** Publishes a folder of extracts. */
  BridgedRun publish(Path extracts, LocalDate snapshot, Settings settings, Path method, Path key) {
    String run = "run-" + made++;
    Path out = folder.resolve("out-" + made);
    RunSettings asked =
        new RunSettings(
            out,
            new RunSettings.SnapshotInput(extracts, snapshot),
            new RunSettings.CohortChoice(
                EnumSet.allOf(WindowKind.class), settings.from(), settings.to()),
            new RunSettings.NamedFiles(method, null, key, null),
            new RunSettings.EngineChoice(EngineKind.duckdb, null, MEMORY_MEGABYTES, THREADS));
    RunContext context =
        new RunContext(asked, run, RunFolder.of(out, run), ProgressListener.silent());
    try (Stages stages = new Pipeline().open(asked)) {
      for (Stage stage : stages.list()) {
        StageRunner.run(stage, context);
      }
    }
    return new BridgedRun(run, context.versions().folder(run), context.folder());
  }

  /** A method file. */
  Path method(String text) {
    try {
      return Files.writeString(folder.resolve("method-" + made++ + ".yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bridges of the cells that both versions have and a condition picks. */
  List<CellBridge> bridge(BridgedRun earlier, BridgedRun later, String condition) {
    return new Bridge(THREADS, MEMORY_MEGABYTES)
        .of(earlier, later, cells(earlier, later, condition))
        .cells();
  }

  private List<RateCell> cells(BridgedRun earlier, BridgedRun later, String condition) {
    try (DuckDbEngine engine =
        DuckDbEngine.start(THREADS, MEMORY_MEGABYTES, folder.resolve("spill"))) {
      engine.mount("a", earlier.version().resolve("restricted/reoffending_rate"));
      engine.mount("b", later.version().resolve("restricted/reoffending_rate"));
      return engine
          .rows(
              """
              select cohort_window, cohort_start, geography_type, geography_code, breakdown,
                  category
              from a
              semi join b using (
                  cohort_window, cohort_start, geography_type, geography_code, breakdown, category
              )
              where %s
              order by all
              """
                  .formatted(condition))
          .stream()
          .map(BridgeRuns::cell)
          .toList();
    }
  }

  private static RateCell cell(Map<String, Object> row) {
    return new RateCell(
        (String) row.get("cohort_window"),
        (LocalDate) row.get("cohort_start"),
        (String) row.get("geography_type"),
        (String) row.get("geography_code"),
        (String) row.get("breakdown"),
        (String) row.get("category"));
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
