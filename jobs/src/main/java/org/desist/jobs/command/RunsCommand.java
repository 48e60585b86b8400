// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import org.desist.jobs.reoffending.RunHistory;
import org.desist.jobs.screen.RunScreens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code desist runs}. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description = "Lists the runs: how each stands, how long it took, whether it is published.",
    footer = {"", "Example:", "  desist runs"})
final class RunsCommand implements Runnable {
  @Mixin OutOption outOption;

  @Mixin JobsOption jobsOption;

  private final Console console;

  RunsCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    new RunScreens(outOption.out)
        .list(
            RunHistory.read(jobsOption.place(console, outOption.out), outOption.out),
            console.out());
  }
}
