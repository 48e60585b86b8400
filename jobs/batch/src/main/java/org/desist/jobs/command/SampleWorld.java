// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** The worlds of invented people that come with the project, as they are typed. */
enum SampleWorld {
  /** Fifty thousand persons, generated on the spot: enough for every contract area. */
  large(null, LocalDate.of(2021, 12, 31)),
  /** Five thousand generated persons that come with the project: enough for rates. */
  generated("generated-5000/snapshot-2021-12-31", LocalDate.of(2021, 12, 31)),
  /** Some sixty persons made by hand, each there for one rule. */
  small("small-world/extracts", LocalDate.of(2019, 6, 30));

  private final String folder;
  private final LocalDate snapshot;

  SampleWorld(String folder, LocalDate snapshot) {
    this.folder = folder;
    this.snapshot = snapshot;
  }

  LocalDate snapshot() {
    return snapshot;
  }

  /**
   * The sample contracts below the project's folder; null where there are none, and for the small
   * world, whose people nobody is paid for.
   */
  Path contracts(Path home) {
    if (this == small) {
      return null;
    }
    Path contracts = home.resolve("data-samples").resolve("contracts").toAbsolutePath().normalize();
    return Files.isDirectory(contracts) ? contracts : null;
  }

  /** Whether it has to be generated first. */
  boolean isMade() {
    return folder == null;
  }

  /** The world's extracts below the project's folder. */
  Path extracts(Path home) {
    Path extracts = home.resolve("data-samples").resolve(folder).toAbsolutePath().normalize();
    if (!Files.isDirectory(extracts)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot find the sample extracts %s. Start the demo with ./desist from the project's folder."
              .formatted(extracts));
    }
    return extracts;
  }
}
