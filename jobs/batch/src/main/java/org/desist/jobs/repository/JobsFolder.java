// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.repository;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder with an H2 file in it. One process at a time writes to it.
 *
 * @param folder need not exist
 */
public record JobsFolder(Path folder) implements JobsPlace {
  @Override
  public Optional<Path> asFolder() {
    return Optional.of(folder);
  }

  @Override
  public String label() {
    return folder.toString();
  }
}
