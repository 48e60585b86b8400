// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The key of the person keys, for a command about a run that was made with one. */
final class KeyFileOption {
  @Settings.Of(Settings.Name.KEY_FILE)
  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Key of the person keys (default: ${bundle:setting-key-file:-the run's}).")
  Path keyFile;
}
