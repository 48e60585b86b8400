// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import picocli.CommandLine.Option;

/** How far to go. */
final class UntilOption {
  @Option(
      names = "--until",
      paramLabel = "STAGE",
      description =
          "Stop after this stage and exit with 0; the same command without it, or desist resume, goes on.")
  String stage;
}
