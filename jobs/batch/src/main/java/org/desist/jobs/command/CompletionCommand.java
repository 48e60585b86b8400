// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a shell and {@code man} need to know of the commands. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what bash and zsh need to complete commands, options and values; or the manual page.",
      "",
      "Put the second line of the examples into ~/.bashrc, or into ~/.zshrc."
    },
    footer = {
      "",
      "Examples:",
      "  desist completion > ~/.desist-completion",
      "  source ~/.desist-completion",
      "  desist completion --man > desist.1 && man -l desist.1"
    })
final class CompletionCommand implements Runnable {
  @Option(names = "--man", description = "The manual page of all commands instead, in roff.")
  boolean isManual;

  private final Console console;

  @Spec private CommandSpec spec;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    CommandSpec root = spec.root();
    console
        .out()
        .print(isManual ? ManualPage.of(root) : AutoComplete.bash("desist", root.commandLine()));
    console.out().flush();
  }
}
