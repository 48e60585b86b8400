// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets a shell complete commands, options and their values. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what bash and zsh need to complete commands, options and values.",
      "",
      "Put the line of the example into ~/.bashrc, or into ~/.zshrc."
    },
    footer = {
      "",
      "Example:",
      "  desist completion > ~/.desist-completion",
      "  source ~/.desist-completion"
    })
final class CompletionCommand implements Runnable {
  private final Console console;

  @Spec private CommandSpec spec;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    console.out().print(AutoComplete.bash("desist", spec.root().commandLine()));
    console.out().flush();
  }
}
