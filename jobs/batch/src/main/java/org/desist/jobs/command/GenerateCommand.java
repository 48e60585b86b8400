// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code desist generate}. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Makes extracts of invented people, with their known truth beside them.",
    footer = {
      "",
      "Example:",
      "  desist generate --persons 5000 --seed 2016 --to-folder generated",
      "  desist generate --persons 5000 --seed 2016 --to-folder generated --participants wren-house"
    })
final class GenerateCommand implements Runnable {
  @Option(names = "--persons", paramLabel = "N", required = true, description = "How many people.")
  int persons;

  @Option(
      names = "--seed",
      paramLabel = "S",
      required = true,
      description = "The same seed makes the same bytes.")
  long seed;

  @Option(names = "--to-folder", paramLabel = "DIR", description = "Folder to write; required.")
  Path toFolder;

  /** Published commands still say so. */
  @Option(names = "--out", hidden = true)
  void setOut(Path folder) {
    toFolder = folder;
  }

  @Spec CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "csv|parquet",
      defaultValue = "csv",
      description = "Form of the files (default: ${DEFAULT-VALUE}).")
  Format format;

  @Option(
      names = "--snapshot",
      paramLabel = "DATE",
      defaultValue = "2021-12-31",
      description = "Date the extracts are taken (default: ${DEFAULT-VALUE}).")
  LocalDate snapshot;

  @Option(
      names = "--participants",
      paramLabel = "SERVICE",
      arity = "0..1",
      fallbackValue = "all",
      description =
          "Write the participants of a service as it would send them, with who they are beside it: a name such as wren-house, or all. May be given more than once.")
  List<String> participants = new ArrayList<>();

  @Option(
      names = "--typing-errors",
      paramLabel = "SHARE",
      defaultValue = "0.05",
      description = "Chance that a field of a participant is mistyped (default: ${DEFAULT-VALUE}).")
  double typingErrors;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to use (default: one per processor).")
  Integer threads;

  private final Console console;
  private final Services services;

  /** Lower case, as it is typed. */
  enum Format {
    csv,
    parquet
  }

  GenerateCommand(Console console, Services services) {
    this.console = console;
    this.services = services;
  }

  @Override
  public void run() {
    if (toFolder == null) {
      throw new ParameterException(
          spec.commandLine(), "Cannot tell where to write: name a folder with --to-folder DIR.");
    }
    if (persons < 1) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          String.format(Locale.ROOT, "Cannot generate %d persons: it must be 1 or more.", persons));
    }
    int used = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    SampleGenerator.Request request =
        new SampleGenerator.Request(
            persons, seed, snapshot, toFolder, format.name(), used, participants, typingErrors);
    Path extracts = services.generator().generate(request, console.progress("generate"));
    console
        .out()
        .println(
            "Run on them: desist run --extracts %s --snapshot %s --key-file FILE"
                .formatted(extracts, snapshot));
    if (!participants.isEmpty()) {
      console
          .out()
          .println(
              "Participants and who they are: %s"
                  .formatted(extracts.resolveSibling("participants-" + snapshot)));
    }
  }
}
