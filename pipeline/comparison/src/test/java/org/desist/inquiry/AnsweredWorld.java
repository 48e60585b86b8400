// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import org.desist.generate.Generator;
import org.desist.generate.Generator.GenerateListener;
import org.desist.generate.GeneratorSettings;
import org.desist.generate.GeneratorSettings.ParticipantListSettings;
import org.desist.model.ModelStage;
import org.desist.request.RequestFile;
import org.desist.run.EngineKind;
import org.desist.run.Folders;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;
import org.desist.run.RunFolder;
import org.desist.run.RunSettings;
import org.desist.run.StageRunner;
import org.desist.run.Stages;
import org.desist.run.WindowKind;
import org.desist.stage.Pipeline;

/**
 * A generated world with the list of a service's participants, which the stages up to cohort have
 * been run on: what requests are answered from.
 */
final class AnsweredWorld {
  private static final String RUN = "run";
  private static final int MEMORY_MEGABYTES = 1000;
  private static final int THREADS = 2;

  private final Path folder;
  private final RunSettings settings;
  private final Path list;

  private AnsweredWorld(Path folder, RunSettings settings, Path list) {
    this.folder = folder;
    this.settings = settings;
    this.list = list;
  }

  /** In an empty folder. */
  static AnsweredWorld in(Path folder, int persons, String service) {
    GeneratorSettings world = GeneratorSettings.of(persons, 2016, folder.resolve("world"));
    Generator.of(world, new ParticipantListSettings(List.of(service), 0.05))
        .generate(GenerateListener.silent());
    Path key = folder.resolve("person.key");
    write(key, HexFormat.of().formatHex(new byte[32]).replace('0', '5') + "\n");
    Folders.closeToOthers(key);
    RunSettings settings =
        new RunSettings(
            folder.resolve("out"),
            new RunSettings.SnapshotInput(world.snapshotFolder(), world.snapshotDate()),
            new RunSettings.CohortChoice(
                EnumSet.of(WindowKind.QUARTER), LocalDate.of(2016, 1, 1), null),
            RunSettings.NamedFiles.key(key),
            new RunSettings.EngineChoice(EngineKind.duckdb, null, MEMORY_MEGABYTES, THREADS));
    RunContext context =
        new RunContext(settings, RUN, RunFolder.of(settings.out(), RUN), ProgressListener.silent());
    try (Stages stages = new Pipeline().open(settings)) {
      stages.list().stream()
          .takeWhile(stage -> !stage.name().equals(ModelStage.MEASURE.label()))
          .forEach(stage -> StageRunner.run(stage, context));
    }
    return new AnsweredWorld(
        folder, settings, world.participantFolder().resolve("participants-" + service + ".csv"));
  }

  /** What the service submits. */
  List<String> participants() {
    try {
      return Files.readAllLines(list);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where answers are published. */
  Path out() {
    return settings.out();
  }

  /** The answer's folder. */
  RequestFolder answers(String request) {
    return RequestFolder.of(out(), request);
  }

  /** Writes a request with lines of its own besides those that every request has. */
  Path request(String name, List<String> participants, String... more) {
    Path request = folder.resolve("requests").resolve(name);
    try {
      Files.createDirectories(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write(request.resolve("participants.csv"), String.join("\n", participants) + "\n");
    write(
        request.resolve("request.yaml"),
        """
        request: %s
        organisation: A Trust
        programme: The Programme
        participants: participants.csv
        """
                .formatted(name)
            + String.join("\n", more)
            + "\n");
    return request;
  }

  /** Asks by the built-in method. */
  Comparison.Order order(Path request) {
    return order(request, settings, ProgressListener.silent());
  }

  /** Asks by the built-in method on another engine. */
  Comparison.Order orderOn(String engine, Path request) {
    return order(
        request,
        settings.with(
            new RunSettings.EngineChoice(
                EngineKind.valueOf(engine), null, MEMORY_MEGABYTES, THREADS)),
        ProgressListener.silent());
  }

  /** Asks by a method that differs from the built-in one. */
  Comparison.Order orderBy(String method, Path request, ProgressListener progress) {
    Path file = folder.resolve("method.yaml");
    write(file, method);
    RunSettings other = settings.with(settings.files().withMethod(file));
    return order(request, other, progress);
  }

  private Comparison.Order order(Path request, RunSettings asked, ProgressListener progress) {
    return new Comparison.Order(
        asked,
        RunFolder.of(settings.out(), RUN),
        settings.files().key(),
        RequestFile.read(request),
        progress);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
