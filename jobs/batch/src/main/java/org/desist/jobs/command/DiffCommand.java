// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.diff.DiffText;
import org.desist.jobs.diff.RunDiff;
import org.desist.jobs.runpage.PageJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desist diff}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares what two runs published: rows added, removed and changed by key, the figures that moved most, and the settings that differ.",
      "",
      "Published marts only, unless --restricted is given; those stay on the terminal."
    },
    footer = {
      "",
      "Examples:",
      "  desist diff 2019-03-31-0001 2019-06-30-0001",
      "  desist diff 2019-03-31-0001 2019-06-30-0001 --format html > diff.html"
    })
final class DiffCommand implements Runnable {
  @Parameters(index = "0", paramLabel = "RUN", description = "The run that comes first.")
  String earlier;

  @Parameters(index = "1", paramLabel = "RUN", description = "The run it is compared with.")
  String later;

  @Mixin OutOption outOption;

  @Option(
      names = "--format",
      paramLabel = "text|html|json",
      defaultValue = "text",
      description = "Form of the answer (default: ${DEFAULT-VALUE}).")
  PageFormat format;

  @Option(names = "--restricted", description = "Restricted figures too, as text only.")
  boolean restricted;

  private final Console console;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (restricted && format != PageFormat.text) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot write restricted marts as %s: they are shown on the terminal only. Leave out --restricted or --format."
              .formatted(format));
    }
    RunDiff diff =
        RunDiff.of(
            outOption.out, earlier, later, mart -> restricted || mart.startsWith("published."));
    console
        .out()
        .print(
            switch (format) {
              case text -> DiffText.render(diff);
              case html -> DiffText.html(diff);
              case json -> PageJson.render(diff);
            });
    console.out().flush();
  }
}
