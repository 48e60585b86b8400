// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desist.disclosure.VersionAttack;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.repository.JobsPlace;
import org.desist.jobs.runpage.PageJson;
import org.desist.jobs.screen.AttackScreen;
import org.desist.method.MethodFile;
import org.desist.run.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code desist release}. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = "Judges what may leave the building: what a reader could work out of a version.",
    footer = {"", "Examples:", "  desist release attack", "  desist release attack --format json"})
final class ReleaseCommand implements Runnable {
  @Spec CommandSpec spec;

  private final Console console;

  /** Lower case, as it is typed. */
  enum Format {
    text,
    json
  }

  ReleaseCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Cannot tell what to do about releases: say attack.");
  }

  @Command(
      name = "attack",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Attacks the published marts of a version as a reader could, and says how many withheld counts follow from what is shown.",
        "",
        "It adds up categories, areas and quarters, across marts, and uses that a part is at most its whole. It reads nothing restricted, and prints no count that it works out."
      },
      footer = {
        "",
        "Examples:",
        "  desist release attack",
        "  desist release attack 2021-12-31-0001 --width 3"
      })
  void attack(
      @Parameters(
              arity = "0..*",
              paramLabel = "VERSION",
              description = "Versions, each attacked by itself (default: the current one).")
          List<String> named,
      @Option(
              names = "--width",
              paramLabel = "N",
              defaultValue = "5",
              description =
                  "How many values of a withheld count must remain possible (default: ${DEFAULT-VALUE}).")
          int width,
      @Option(
              names = "--format",
              paramLabel = "text|json",
              defaultValue = "text",
              description = "Form of the answer (default: ${DEFAULT-VALUE}).")
          Format format,
      @Mixin OutOption out,
      @Mixin JobsOption jobs) {
    if (width < 1) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT, "Cannot use --width %s: give at least 1.".formatted(width));
    }
    Path here = out.here("release attack");
    List<VersionAttack> attacks = new ArrayList<>();
    for (String run : names(here, named)) {
      attacks.add(attacked(here, jobs.place(console, here), run, width));
    }
    if (format == Format.json) {
      console.out().print(PageJson.render(attacks));
    } else {
      attacks.forEach(attack -> AttackScreen.print(attack, console.out()));
    }
    console.out().flush();
  }

  private static List<String> names(Path out, List<String> named) {
    return named == null || named.isEmpty() ? List.of(Versions.below(out).seen("attack")) : named;
  }

  /** By the thresholds of the method that the version was made with. */
  private static VersionAttack attacked(Path out, JobsPlace history, String run, int width) {
    Path folder = Versions.below(out).published(run, "attack");
    ChosenRun chosen = ChosenRun.of("attack", out, history, run, null);
    int smallest = MethodFile.read(chosen.settings().files().method()).disclosure().smallestCount();
    return VersionAttack.of(run, folder, smallest, width);
  }
}
