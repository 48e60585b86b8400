// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.desist.publish.VersionManifest;

/**
 * A published version that a run is held against.
 *
 * @param run that published it
 * @param snapshot of its extracts
 * @param folder of the version
 */
record Past(String run, LocalDate snapshot, Path folder) {
  /** The folder of a published mart. */
  Path published(String mart) {
    return folder.resolve("published").resolve(mart);
  }

  /** Rows by mart, {@code AREA/NAME}. */
  Map<String, Long> rows() {
    return VersionManifest.read(folder).marts().stream()
        .collect(Collectors.toMap(VersionManifest.Mart::folder, VersionManifest.Mart::rows));
  }
}
