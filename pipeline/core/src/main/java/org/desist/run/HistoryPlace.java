// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.nio.file.Path;
import java.util.Optional;

/** Where the history of runs is kept. */
public interface HistoryPlace {
  /** The folder, absolute, that a command can name; empty when a server keeps it. */
  Optional<Path> asFolder();

  /** Whether this is the history that an output folder has when nothing else is asked for. */
  default boolean isOwnOf(Path out) {
    return asFolder().filter(ownOf(out)::equals).isPresent();
  }

  /** The folder of the history that belongs to one output folder and moves with it. */
  static Path ownOf(Path out) {
    return out.resolve("jobs").toAbsolutePath().normalize();
  }
}
