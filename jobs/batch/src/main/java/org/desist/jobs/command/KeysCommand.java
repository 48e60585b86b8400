// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import org.desist.identity.KeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code desist keys}. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "Makes the secret behind person keys.",
    footer = {"", "Example:", "  desist keys new person.key"})
final class KeysCommand implements Runnable {
  @Spec CommandSpec spec;

  private final Console console;

  KeysCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Cannot tell what to do with keys: say new.");
  }

  @Command(
      name = "new",
      mixinStandardHelpOptions = true,
      description = {
        "Makes a key: 32 random bytes as hex, readable by you only. A file is never overwritten.",
        "Keep it safe: the same people have the same person keys only under the same key."
      },
      footer = {"", "Example:", "  desist keys new person.key"})
  void create(@Parameters(paramLabel = "FILE", description = "File to make.") Path file) {
    KeyFile.create(file);
    console.out().println("Made " + file + ". Use it with --key-file " + file);
  }
}
