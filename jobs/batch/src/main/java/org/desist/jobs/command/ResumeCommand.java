// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import org.desist.run.RunSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desist resume}. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Goes on with a run that was stopped or failed, with the settings it had.",
    footer = {"", "Example:", "  desist resume 2019-06-30-0001"})
final class ResumeCommand implements Runnable {
  @Parameters(paramLabel = "RUN", description = "The run, as desist runs lists it.")
  String run;

  @Mixin OutOption outOption;

  @Mixin JobsOption jobsOption;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Key of the person keys, when it has moved.")
  Path keyFile;

  @Option(
      names = "--exemptions",
      paramLabel = "FILE",
      description = "Publication checks that may fail, instead of those it had.")
  Path exemptions;

  @Option(
      names = "--make-current",
      description = "Let readers see its version even when they see a later snapshot.")
  boolean makeCurrent;

  @Mixin UntilOption untilOption;

  private final Console console;
  private final Services services;

  ResumeCommand(Console console, Services services) {
    this.console = console;
    this.services = services;
  }

  @Override
  public void run() {
    Path key = keyFile == null ? null : keyFile.toAbsolutePath().normalize();
    Path exempted = exemptions == null ? null : exemptions.toAbsolutePath().normalize();
    new RunAction(console, services, jobsOption.place(console, outOption.out))
        .resume(
            outOption.out,
            run,
            settings -> {
              RunSettings named = settings.with(settings.files().withNamed(key, exempted));
              return makeCurrent ? named.makingCurrent() : named;
            },
            untilOption.stage);
  }
}
