// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import org.desist.jobs.reoffending.RunHistory;
import org.desist.jobs.reoffending.RunRecord;
import org.desist.jobs.screen.RunScreens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desist show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows one run: its settings, its starts, and how long each stage took.",
    footer = {"", "Example:", "  desist show 2019-06-30-0001"})
final class ShowCommand implements Runnable {
  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run, as desist runs lists it (default: the one started last).")
  String run;

  @Mixin OutOption outOption;

  @Mixin JobsOption jobsOption;

  private final Console console;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    RunHistory history = RunHistory.read(jobsOption.place(console, outOption.out), outOption.out);
    RunRecord shown = run == null ? history.latest() : history.run(run);
    new RunScreens(outOption.out).show(shown, console.out());
  }
}
