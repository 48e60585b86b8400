// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which run a question is asked of, where it lies, and its key. */
final class ChosenRunOptions {
  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "Run whose records are used (default: the current version's).")
  String run;

  @Mixin OutOption outOption;

  @Mixin JobsOption jobsOption;

  @Mixin KeyFileOption keyFileOption;

  /** As {@link ChosenRun#of}, in a folder that the command can use. */
  ChosenRun chosen(String verb, Path out, Console console) {
    return ChosenRun.of(verb, out, jobsOption.place(console, out), run, keyFileOption.keyFile);
  }
}
