// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.desist.run.EngineKind;
import org.desist.run.Folders;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;
import org.desist.run.RunFolder;
import org.desist.run.RunSettings;
import org.desist.run.Stage;
import org.desist.run.StageRunner;
import org.desist.run.Stages;
import org.desist.run.WindowKind;
import org.desist.stage.Pipeline;

/**
 * Runs the stages of the real pipeline on one engine. Spark's session is shared by all runs, so
 * stages are closed together at the end.
 */
final class Runs implements AutoCloseable {
  static final String SECRET = "5ec0".repeat(16);
  private static final LocalDate FROM = LocalDate.of(2008, 1, 1);
  private static final int MEMORY_MEGABYTES = 1000;
  // Small data: more tasks would only be more to start.
  private static final int THREADS = 1;

  private final String engine;
  private final Path folder;
  private final Path keyFile;
  private final List<Stages> opened = new ArrayList<>();

  /**
   * Makes nothing yet.
   *
   * @param engine {@code duckdb} or {@code spark}
   * @param folder for everything the runs write
   */
  Runs(String engine, Path folder) {
    this.engine = engine;
    this.folder = folder;
    this.keyFile = write("person.key", SECRET + "\n");
    Folders.closeToOthers(keyFile);
  }

  Path folder() {
    return folder;
  }

  /** Runs beside these on the engine that is quick on small data. */
  Runs onDuckDb() {
    return new Runs("duckdb", folder);
  }

  /** A snapshot to be run: where it lies and how it is to be taken. */
  record Order(Path extracts, WorldSettings settings, Path out, String runId, Set<String> accept) {}

  /** The whole run, published. */
  void run(Order order) {
    run(order, List.of());
  }

  /** The stages of these names only, in their order; all of them when none is named. */
  void run(Order order, List<String> names) {
    RunSettings settings = settings(order);
    Stages stages = new Pipeline().open(settings);
    opened.add(stages);
    RunContext context =
        new RunContext(
            settings,
            order.runId(),
            RunFolder.of(order.out(), order.runId()),
            ProgressListener.silent());
    for (Stage stage : stages.list()) {
      if (names.isEmpty() || names.contains(stage.name())) {
        StageRunner.run(stage, context);
      }
    }
  }

  private RunSettings settings(Order order) {
    WorldSettings settings = order.settings();
    return new RunSettings(
        order.out(),
        new RunSettings.SnapshotInput(order.extracts(), settings.snapshot(), order.accept()),
        new RunSettings.CohortChoice(EnumSet.allOf(WindowKind.class), FROM, null),
        new RunSettings.NamedFiles(
            settings.method().isEmpty()
                ? null
                : write(order.runId() + "-method.yaml", settings.methodYaml()),
            null,
            keyFile,
            null),
        new RunSettings.EngineChoice(
            EngineKind.valueOf(engine),
            engine.equals("spark") ? "local[2]" : null,
            MEMORY_MEGABYTES,
            THREADS));
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    opened.forEach(Stages::close);
  }
}
