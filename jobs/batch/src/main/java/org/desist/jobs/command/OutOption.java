// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.Locations;
import picocli.CommandLine.Option;

/** The output folder. */
final class OutOption {
  @Settings.Of(Settings.Name.OUT)
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "var",
      description =
          "Folder of runs and versions, here or as s3a://bucket/folder (default: ${bundle:setting-out:-var}).")
  Path out;

  /**
   * The folder, for a command that reads and writes this machine's files only.
   *
   * @param command its name, for the error
   */
  Path here(String command) {
    if (Locations.isRemote(out)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot use desist %s with --out %s: it works in a folder of this machine. docs/storage.md lists the commands that work elsewhere."
              .formatted(command, out));
    }
    return out;
  }
}
