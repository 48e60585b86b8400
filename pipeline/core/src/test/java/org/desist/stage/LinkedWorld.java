// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import org.desist.engine.Engine;
import org.desist.identity.PersonKey;
import org.desist.model.ModelCatalog;
import org.desist.model.ModelStage;
import org.desist.run.EngineKind;
import org.desist.run.Folders;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;
import org.desist.run.RunFolder;
import org.desist.run.RunSettings;
import org.desist.run.StageRunner;
import org.desist.run.Stages;
import org.desist.run.WindowKind;

/**
 * A snapshot that the stages ingest, store and link have been run on, readable in an engine: what a
 * comparison request finds.
 */
public final class LinkedWorld implements AutoCloseable {
  private static final byte[] SECRET = HexFormat.of().parseHex("5a".repeat(32));
  private static final int MEMORY_MEGABYTES = 1000;
  private static final int THREADS = 2;

  /** The key of every world. */
  public static final PersonKey KEY = PersonKey.of(SECRET);

  private final Session session;
  private final RunContext context;

  private LinkedWorld(Session session, RunContext context) {
    this.session = session;
    this.context = context;
  }

  /** On an engine of its own. */
  public static LinkedWorld onDuckDb(Path extracts, LocalDate snapshot, Path out) {
    return of(settings(extracts, snapshot, out), EngineFactory::named);
  }

  /** The same on another engine: it reads what the stages wrote, and is used again afterwards. */
  public LinkedWorld on(Engine other) {
    return reached(context, (settings, spill) -> new LentEngine(other));
  }

  private static LinkedWorld of(RunSettings settings, EngineFactory engines) {
    RunContext context =
        new RunContext(
            settings, "run", RunFolder.of(settings.out(), "run"), ProgressListener.silent());
    try (Stages stages = new Pipeline(engines).open(settings)) {
      stages.list().stream()
          .takeWhile(stage -> !stage.name().equals(ModelStage.COHORT.label()))
          .forEach(stage -> StageRunner.run(stage, context));
    }
    return reached(context, engines);
  }

  private static LinkedWorld reached(RunContext context, EngineFactory engines) {
    Session session = new Session(context.settings(), KEY, engines);
    session.reach(ModelStage.COHORT, context);
    return new LinkedWorld(session, context);
  }

  /** With the tables of the three stages, and {@code person_key}. */
  public Engine engine() {
    return session.engine(context);
  }

  /** The models of {@code sql/model}. */
  public ModelCatalog catalog() {
    return session.catalog();
  }

  /** A folder for a request. */
  public Path work() {
    return context.folder().root().resolve("request");
  }

  private static RunSettings settings(Path extracts, LocalDate snapshot, Path out) {
    Path key = out.resolve("person.key");
    try {
      Files.createDirectories(out);
      Files.writeString(key, HexFormat.of().formatHex(SECRET) + "\n");
      Folders.closeToOthers(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RunSettings(
        out,
        new RunSettings.SnapshotInput(extracts, snapshot),
        new RunSettings.CohortChoice(EnumSet.allOf(WindowKind.class), null, null),
        RunSettings.NamedFiles.key(key),
        new RunSettings.EngineChoice(EngineKind.duckdb, null, MEMORY_MEGABYTES, THREADS));
  }

  @Override
  public void close() {
    session.close();
  }
}
