// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.explain.ExplainRequest;
import org.desist.jobs.screen.PathScreen;
import org.desist.run.RunFolder;
import org.desist.run.WindowKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desist explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Shows one person's path through the rules: each entry event, why it was or was not the"
            + " index event, and each later offence, why it counted or did not.",
    footer = {
      "",
      "Examples:",
      "  desist explain --pnc-id-file person.txt --cohort quarter:2016-01-01",
      "  desist explain --pnc-id 2003/0011985X --cohort quarter:2016-01-01"
    })
final class ExplainCommand implements Runnable {
  @Mixin PncIdOption person;

  @Option(
      names = "--cohort",
      paramLabel = "WINDOW:DATE",
      required = true,
      description = "The cohort, such as quarter:2016-01-01.")
  String cohort;

  @Mixin ChosenRunOptions runOptions;

  private final Console console;
  private final Services services;

  ExplainCommand(Console console, Services services) {
    this.console = console;
    this.services = services;
  }

  @Override
  public void run() {
    WindowKind window = window();
    LocalDate start = start();
    Path out = runOptions.outOption.out;
    ChosenRun chosen = runOptions.chosen("explain", out, console);
    ExplainRequest request =
        new ExplainRequest(
            chosen.settings(),
            RunFolder.of(out, chosen.id()),
            chosen.keyFile(),
            pncId(),
            window,
            start);
    PathScreen.print(services.explanation().explain(request), window, start, console.out());
  }

  private String pncId() {
    if (person.isAbsent()) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot tell whom to explain: name a file with the PNC id with --pnc-id-file FILE (- for standard input), or type it with --pnc-id.");
    }
    return person.value(console.in());
  }

  private List<String> parts() {
    List<String> parts = List.of(cohort.split(":", -1));
    if (parts.size() != 2) {
      throw wrong(null);
    }
    return parts;
  }

  private WindowKind window() {
    return Windows.one(parts().get(0));
  }

  private LocalDate start() {
    try {
      return LocalDate.parse(parts().get(1));
    } catch (DateTimeException e) {
      throw wrong(e);
    }
  }

  private DesistException wrong(Exception cause) {
    return new DesistException(
        ErrorCode.BAD_ARGUMENT,
        "Cannot use the cohort %s: write it like quarter:2016-01-01.".formatted(cohort),
        cause);
  }
}
