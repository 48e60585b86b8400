// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The output folder. */
final class OutOption {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "var",
      description = "Folder of runs, versions and the job repository (default: ${DEFAULT-VALUE}).")
  Path out;
}
