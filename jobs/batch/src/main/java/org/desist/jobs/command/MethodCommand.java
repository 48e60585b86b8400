// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.screen.MethodScreen;
import org.desist.method.MethodLint;
import org.desist.yaml.YamlFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code desist method}. */
@Command(
    name = "method",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads a method file aloud in plain English, tells two of them apart, and finds settings that contradict each other.",
      "A file is named by its path, a shipped method by its name: moj-2017, moj-2017-ogrs4g."
    },
    footer = {
      "",
      "Examples:",
      "  desist method --say moj-2017",
      "  desist method --lint own.yaml",
      "  desist method --diff moj-2017 own.yaml"
    })
final class MethodCommand implements Runnable {
  @Option(
      names = "--say",
      paramLabel = "FILE",
      description =
          "Say every setting in a sentence, where it differs from moj-2017, and what contradicts itself.")
  Path say;

  @Option(
      names = "--diff",
      arity = "2",
      paramLabel = "FILE",
      description = "Tell two methods apart, setting by setting.")
  List<Path> diff = List.of();

  @Option(
      names = "--lint",
      paramLabel = "FILE",
      description = "Find settings that contradict each other; exit code 4 when there are any.")
  Path lint;

  @Spec CommandSpec spec;

  private final Console console;

  MethodCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (say == null && diff.isEmpty() && lint == null) {
      throw new ParameterException(
          spec.commandLine(),
          "Cannot tell what to do with a method: say --say FILE, --diff FILE FILE or --lint FILE.");
    }
    if (say != null) {
      MethodScreen.say(say, console.out());
    }
    if (!diff.isEmpty()) {
      MethodScreen.diff(diff.get(0), diff.get(1), console.out());
    }
    if (lint != null) {
      lint();
    }
  }

  private void lint() {
    List<YamlFault> findings = MethodLint.of(lint);
    if (!findings.isEmpty()) {
      throw new DesistException(
          ErrorCode.BAD_METHOD,
          "Cannot mean all that %s says: %s of its settings contradict others.%s"
              .formatted(
                  lint,
                  findings.size(),
                  findings.stream()
                      .map(finding -> "\n  " + finding.sentence())
                      .collect(Collectors.joining())));
    }
    MethodScreen.findings(findings, console.out());
  }
}
