// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import org.desist.jobs.reoffending.RunHistory;
import org.desist.jobs.runpage.PageJson;
import org.desist.jobs.runpage.RunList;
import org.desist.run.Pointer;
import org.desist.run.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desist runs}. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description =
        "Lists the runs: how each stands, how long it took, whether it is published, which publication checks failed.",
    footer = {"", "Example:", "  desist runs"})
final class RunsCommand implements Runnable {
  @Mixin OutOption outOption;

  @Mixin JobsOption jobsOption;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Form of the list (default: ${DEFAULT-VALUE}).")
  Format format;

  /** As they are typed. */
  enum Format {
    text,
    json
  }

  private final Console console;

  RunsCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    RunList list = new RunList(outOption.out);
    RunHistory history = RunHistory.read(jobsOption.place(console, outOption.out), outOption.out);
    switch (format) {
      case text -> list.print(history.runs(), console.out());
      case json -> console.out().print(PageJson.render(list.rows(history.runs())));
    }
    console.out().flush();
    Versions versions = Versions.below(outOption.out);
    Pointer pointer = versions.pointer();
    if (pointer.isBroken()) {
      console.note(
          "readers_see_nothing",
          "Readers see nothing, because %s; %s"
              .formatted(pointer.problem(), versions.remedy(pointer)));
    }
  }
}
