// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.desist.run.RunContext;
import org.desist.run.RunSettings;
import org.desist.run.Stage;
import org.desist.run.StageFactory;
import org.desist.run.Stages;
import org.desist.stage.Pipeline;

/**
 * Stages that each write one small file made from what the stage before wrote, and add their name
 * to {@code OUT/worked}. A trap may be set before a stage ends its work.
 */
public final class FakeStages implements StageFactory {
  public static final List<String> NAMES =
      List.of(
          "ingest",
          "store",
          "link",
          "cohort",
          "measure",
          "baseline",
          "disclose",
          "guard",
          "publish");

  private final String trapped;
  private final Consumer<RunContext> trap;

  private FakeStages(String trapped, Consumer<RunContext> trap) {
    this.trapped = trapped;
    this.trap = trap;
  }

  /** All stages work. */
  public static FakeStages working() {
    return new FakeStages("", context -> {});
  }

  /** One stage does something else after it has written half of what it should. */
  public static FakeStages trapped(String stage, Consumer<RunContext> trap) {
    return new FakeStages(stage, trap);
  }

  @Override
  public String methodFingerprint(RunSettings settings) {
    return "moj-2017";
  }

  @Override
  public String contractsFingerprint(RunSettings settings) {
    return new Pipeline().contractsFingerprint(settings);
  }

  @Override
  public Stages open(RunSettings settings) {
    List<Stage> list = NAMES.stream().<Stage>map(this::stage).toList();
    return new Stages() {
      @Override
      public List<Stage> list() {
        return list;
      }

      @Override
      public void close() {}
    };
  }

  private Stage stage(String name) {
    return new Stage() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void run(RunContext context) {
        work(name, context);
      }
    };
  }

  private void work(String name, RunContext context) {
    context.progress().started(name, 2, "rows");
    Path out = context.settings().out();
    Path folder = context.folder().stage(name);
    append(out.resolve("worked"), name + "\n");
    append(folder.resolve("rows"), input(name, context));
    if (name.equals(trapped)) {
      trap.accept(context);
    }
    append(folder.resolve("rows"), name + "\n");
    if (name.equals("publish")) {
      Path draft = context.versions().draft(context.runId());
      SampleMarts.write(draft);
      append(draft.resolve("rows"), read(folder.resolve("rows")));
      context.versions().publish(context.runId());
    }
    context.progress().finished(name, "2 rows");
  }

  private static String input(String name, RunContext context) {
    int index = NAMES.indexOf(name);
    if (index > 0) {
      return read(context.folder().stage(NAMES.get(index - 1)).resolve("rows"));
    }
    SampleMarts.writeParts(context.folder().stage("ingest").resolve("_part"));
    return read(context.settings().input().extracts().resolve("pnc_person.csv"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
