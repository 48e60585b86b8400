// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.desist.ProjectFolder;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.Engine;
import org.desist.identity.PersonKey;
import org.desist.oracle.Settings;
import org.desist.oracle.World;
import org.desist.oracle.WorldFiles;
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
import org.desist.storage.DeskFileSystem;

/**
 * Runs the real stages in a folder of its own, each run with an out folder of its own, and reads
 * the marts back with DuckDB whatever engine made them. The folder is deleted in the end.
 */
final class PipelineWorld implements AutoCloseable {
  private static final byte[] SECRET = HexFormat.of().parseHex("5a".repeat(32));
  private static final int MEMORY_MEGABYTES = 1000;
  private static final int THREADS = 2;

  /** The key of every run. */
  static final PersonKey KEY = PersonKey.of(SECRET);

  private final Path folder;
  private final DuckDbEngine reader;
  private int runs;

  PipelineWorld() {
    try {
      folder = Files.createTempDirectory("pipeline-world");
      Files.writeString(keyFile(), HexFormat.of().formatHex(SECRET) + "\n");
      Folders.closeToOthers(keyFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reader = DuckDbEngine.start(THREADS, MEMORY_MEGABYTES, folder.resolve("reader"));
  }

  private Path keyFile() {
    return folder.resolve("person.key");
  }

  /** Runs everything on DuckDB. */
  Marts onDuckDb(World world, Settings settings) {
    return onDuckDb(extracts(world), world.snapshotDate(), settings);
  }

  /** Runs everything on DuckDB, on a folder of extracts. */
  Marts onDuckDb(Path extracts, LocalDate snapshot, Settings settings) {
    return run(settings(extracts, snapshot, settings, "duckdb"), EngineFactory::named);
  }

  /** Runs everything on an engine that is used again afterwards. */
  Marts on(Engine engine, World world, Settings settings) {
    return on(engine, extracts(world), world.snapshotDate(), settings);
  }

  /** Runs everything, on a folder of extracts, on an engine that is used again afterwards. */
  Marts on(Engine engine, Path extracts, LocalDate snapshot, Settings settings) {
    return run(
        settings(extracts, snapshot, settings, engine.name()),
        (asked, spill) -> new LentEngine(engine));
  }

  /**
   * Runs everything on an engine that is used again afterwards, from and to a file system that only
   * Hadoop reaches.
   */
  Marts elsewhere(Engine engine, World world, Settings settings) {
    Path extracts = extracts(world);
    Path out = newFolder();
    run(
        settings(
            DeskFileSystem.of(extracts),
            world.snapshotDate(),
            settings,
            engine.name(),
            DeskFileSystem.of(out)),
        (asked, spill) -> new LentEngine(engine));
    return new Marts(
        context(settings(extracts, world.snapshotDate(), settings, engine.name(), out)), reader);
  }

  /** A folder that nothing has been written to yet. */
  Path newFolder() {
    return folder.resolve("folder-" + runs++);
  }

  private Path extracts(World world) {
    Path extracts = newFolder();
    WorldFiles.write(world, extracts);
    return extracts;
  }

  private RunSettings settings(
      Path extracts, LocalDate snapshot, Settings settings, String engine) {
    return settings(extracts, snapshot, settings, engine, newFolder());
  }

  private RunSettings settings(
      Path extracts, LocalDate snapshot, Settings settings, String engine, Path out) {
    return new RunSettings(
        out,
        new RunSettings.SnapshotInput(extracts, snapshot),
        new RunSettings.CohortChoice(
            EnumSet.allOf(WindowKind.class), settings.from(), settings.to()),
        new RunSettings.NamedFiles(
            settings.score().equals("ogrs3") ? null : Path.of("moj-2017-" + settings.score()),
            ProjectFolder.file("data-samples", "contracts"),
            keyFile(),
            null),
        new RunSettings.EngineChoice(EngineKind.valueOf(engine), null, MEMORY_MEGABYTES, THREADS));
  }

  private static RunContext context(RunSettings settings) {
    return new RunContext(
        settings, "run", RunFolder.of(settings.out(), "run"), ProgressListener.silent());
  }

  private Marts run(RunSettings settings, EngineFactory engines) {
    RunContext context = context(settings);
    try (Stages stages = new Pipeline(engines).open(settings)) {
      for (Stage stage : stages.list()) {
        StageRunner.run(stage, context);
      }
    }
    return new Marts(context, reader);
  }

  @Override
  public void close() {
    reader.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
